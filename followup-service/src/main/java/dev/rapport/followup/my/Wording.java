package dev.rapport.followup.my;

import dev.rapport.followup.give.Suggestion;
import dev.rapport.followup.nurture.LosingTouch;
import dev.rapport.followup.nurture.MetOutside;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.World;
import dev.rapport.pages.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what is due into the owner's language. Private notes never get here: it has none. */
record Wording(Person owner, World world, Texts texts) {

  static final String BUNDLE = "pages.my";

  private static final Pattern UNPRINTED =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

  String name(UUID id) {
    var person = world.people().get(id);
    return person == null || person.erased() ? "" : plain(person.name());
  }

  /** Where and when two met, and how. */
  String met(FollowUp followUp) {
    var event = world.events().get(followUp.event());
    return texts.get(
        "met",
        day(followUp.meeting().lastMet(), event == null ? null : event.zone()),
        event(followUp.event()),
        texts.get("how." + followUp.meeting().how()));
  }

  /** What the owner could write: who, where, and what both care about. */
  String draft(FollowUp followUp) {
    var contact = world.people().get(followUp.contact());
    var topics = contact == null ? List.<String>of() : owner.profile().shared(contact.profile());
    return texts.get(
        topics.isEmpty() ? "draft" : "draft.topics",
        name(followUp.contact()),
        event(followUp.event()),
        said(topics));
  }

  /** The same about whom they met outside any event. */
  String draft(MetOutside.Met met) {
    return met.topics().isEmpty()
        ? texts.get("draft.outside", name(met.contact().id()))
        : texts.get("draft.outside.topics", name(met.contact().id()), said(met.topics()));
  }

  /** When two met outside any event. */
  String metOutside(Instant at) {
    return texts.get("met.outside", day(at, null));
  }

  /** When they were last in touch, and how often the owner wants to be. */
  String losingTouch(LosingTouch.Overdue one) {
    var touch = one.touch();
    var length = touch.length();
    var days = length == null ? 0 : length.toDays();
    return touch.last() == null
        ? texts.get("never", days)
        : texts.get("last", day(touch.last(), null), days);
  }

  /** What went to and fro lately. */
  String balance(LosingTouch.Overdue one) {
    var balance = one.touch().tie().balance();
    return texts.get("balance", balance.greet(), balance.give(), balance.ask());
  }

  /** What to give before the next favour, or null. */
  @Nullable String give(@Nullable Suggestion suggestion) {
    return switch (suggestion) {
      case null -> null;
      case Suggestion.Introduction introduction ->
          texts.get("give.introduction", name(introduction.other()), said(introduction.topics()));
      case Suggestion.Offer offer -> texts.get("give.offer", said(offer.topics()));
      case Suggestion.Thanks thanks -> texts.get("give.thanks");
    };
  }

  /** What both care about, or null. */
  @Nullable String topics(List<String> topics) {
    return topics.isEmpty() ? null : texts.get("topics", said(topics));
  }

  String event(UUID id) {
    var event = world.events().get(id);
    return event == null ? "" : plain(event.name());
  }

  private String day(Instant moment, @Nullable ZoneId ofEvent) {
    var own = owner.zone();
    var zone = own != null ? own : ofEvent != null ? ofEvent : ZoneOffset.UTC;
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .localizedBy(texts.language().locale())
        .withZone(zone)
        .format(moment);
  }

  private static String said(List<String> topics) {
    return plain(String.join(", ", topics.subList(0, Math.min(3, topics.size()))));
  }

  /** Without what would turn the text around it, or its own, into another direction. */
  private static String plain(String name) {
    return UNPRINTED.matcher(name).replaceAll("");
  }
}
