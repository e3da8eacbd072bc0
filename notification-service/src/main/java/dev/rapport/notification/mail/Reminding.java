package dev.rapport.notification.mail;

import dev.rapport.notification.model.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list tells beside open follow-ups; names only, and one link to the owner's pages. */
record Reminding(Content content, Reminders words, String pages) {

  static Reminding of(Content content) {
    var locale = content.recipient().locale();
    return new Reminding(content, Reminders.of(locale), Words.of(locale).ownPages());
  }

  /** Whether the mail holds nothing else. */
  boolean isAll() {
    return content.about().stream().allMatch(Content.About::isReminder);
  }

  int count() {
    return (int) content.about().stream().filter(Content.About::isReminder).count();
  }

  String subject() {
    var first = content.about().getFirst();
    var others = content.about().size() - 1;
    return switch (about(first)) {
      case Item.Manner.INTRODUCTION -> words.introduceSubject(name(first), second(first));
      case Item.Manner.SUGGESTION -> words.nearSubject(name(first), others);
      default -> words.againSubject(name(first), others);
    };
  }

  Letter.Entry entry(Content.About about) {
    var isPair = about(about).equals(Item.Manner.INTRODUCTION);
    return new Letter.Entry(
        about.followUp().toString(),
        isPair ? words.two(name(about), second(about)) : name(about),
        line(about),
        null,
        List.of(),
        null,
        List.of(link()));
  }

  Letter.Link link() {
    return new Letter.Link(pages, content.fresh());
  }

  private String line(Content.About about) {
    var event = Names.line(about.event().name());
    var topics = topics(about);
    return switch (about(about)) {
      case Item.Manner.INTRODUCTION -> words.introduction(event, topics);
      case Item.Manner.SUGGESTION -> words.near(event);
      default -> again(about, topics);
    };
  }

  private String again(Content.About about, @Nullable String topics) {
    var give = about.meeting().manner().aside().give();
    var met = about.meeting().manner().aside().metOutside();
    // Whoever agrees no more to be introduced is not named any more.
    if (give == null || (give.equals(Item.Manner.INTRODUCTION) && about.second() == null)) {
      var shared = give == null ? topics : null;
      return met == null ? words.again(shared) : words.metOutside(day(about, met), shared);
    }
    var what = words.give(give, second(about), topics == null ? "" : topics);
    return met == null ? what : words.metOutside(day(about, met), null) + " " + what;
  }

  private LocalDate day(Content.About about, Instant moment) {
    var zone = content.recipient().zone();
    return LocalDate.ofInstant(moment, zone == null ? about.event().zone() : zone);
  }

  private static String about(Content.About about) {
    return String.valueOf(about.meeting().manner().about());
  }

  private static String name(Content.About about) {
    return Names.person(about.other().name());
  }

  private static String second(Content.About about) {
    var second = about.second();
    return second == null ? "" : Names.person(second.name());
  }

  private static @Nullable String topics(Content.About about) {
    var topics = about.meeting().manner().aside().topics();
    return topics.isEmpty()
        ? null
        : Names.line(String.join(", ", topics.subList(0, Math.min(3, topics.size()))));
  }
}
