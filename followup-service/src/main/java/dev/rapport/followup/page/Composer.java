package dev.rapport.followup.page;

import dev.rapport.followup.answer.Act;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.decide.Decision;
import dev.rapport.followup.decide.Lines;
import dev.rapport.followup.decide.OneForm;
import dev.rapport.followup.decide.Tap;
import dev.rapport.followup.decide.Tapped;
import dev.rapport.followup.page.Links.Opened;
import dev.rapport.followup.page.PageView.Choice;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Planning;
import dev.rapport.followup.plan.State;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Voices.Side;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.followup.store.Worlds;
import dev.rapport.pages.Language;
import dev.rapport.pages.Link;
import dev.rapport.pages.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a page into words. */
final class Composer {

  static final String BUNDLE = "pages.links";

  private static final Pattern UNPRINTED =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

  private final Worlds worlds;

  Composer(Worlds worlds) {
    this.worlds = worlds;
  }

  /** What the link in the mail chose before anything was confirmed. */
  record Preselected(@Nullable String item, @Nullable String act) {

    static final Preselected NOTHING = new Preselected(null, null);
  }

  /**
   * Makes it.
   *
   * @param notice what came of a form, or null
   * @param lines what is typed for follow-ups of a list
   */
  PageView page(
      Opened opened,
      List<FollowUp> followUps,
      @Nullable String notice,
      Preselected chosen,
      Lines lines) {
    var texts = Texts.of(Language.of(opened.recipient().locale()), BUNDLE);
    var kind = opened.isInvite() ? "invite" : "list";
    var world = worlds.of(followUps);
    var items = followUps.stream().map(f -> item(opened, f, world, texts, chosen, lines)).toList();
    return new PageView(
        texts.language(),
        texts.get(kind + ".title"),
        items.isEmpty() ? texts.get("none") : texts.get(kind + ".intro"),
        notice != null ? notice(notice, texts) : chosen(chosen, opened, texts),
        texts.get("all.intro"),
        choices(all(), texts),
        opened.isInvite() ? null : form(items, texts),
        items);
  }

  private static String notice(String notice, Texts texts) {
    return Lines.isWrong(notice) ? Lines.sentence(notice, texts.language()) : texts.get(notice);
  }

  private static OneForm form(List<PageView.Item> items, Texts texts) {
    var shown = items.stream().map(PageView.Item::id).collect(Collectors.joining(","));
    return items.size() < 2
        ? new OneForm(shown, null, null, List.of())
        : new OneForm(shown, null, texts.get("all.list"), taps(list(), Tapped.ALL, null, texts));
  }

  private static @Nullable String chosen(Preselected chosen, Opened opened, Texts texts) {
    var act = chosen.act();
    var known = opened.isInvite() ? invite() : list();
    return act == null || known.noneMatch(act::equals)
        ? null
        : texts.get("chosen", texts.get("act." + act));
  }

  private PageView.Item item(
      Opened opened,
      FollowUp followUp,
      World world,
      Texts texts,
      Preselected preselected,
      Lines lines) {
    var id = followUp.id().toString();
    var chosen = id.equals(preselected.item()) ? preselected.act() : null;
    var other = opened.isInvite() ? followUp.owner() : followUp.contact();
    var name = name(world, other);
    var event = world.events().get(followUp.event());
    var eventName = event == null ? "" : plain(event.name());
    var withOwner = followUp.state() instanceof WithOwner;
    var zone = zone(opened.recipient(), event == null ? null : event.zone());
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .localizedBy(texts.language().locale())
            .withZone(zone)
            .format(followUp.meeting().lastMet());
    var how = texts.get("how." + followUp.meeting().how());
    return new PageView.Item(
        id,
        answer(opened, followUp).word(),
        FollowUpDocument.name(followUp.state()),
        followUp.state() instanceof Settled settled ? settled.outcome().word() : "",
        Behind.isAsked(followUp) ? "yes" : "no",
        name,
        texts.get("met", day, eventName, how),
        opened.isInvite() || !withOwner ? null : texts.get("draft", name, eventName),
        texts.get("said." + said(opened, followUp)),
        opened.isInvite() ? null : hint(followUp, world, texts),
        chosen,
        opened.isInvite() ? null : link(followUp, world, texts),
        opened.isInvite()
            ? choices(invite().filter(act -> Behind.isAsked(followUp) || parts(act)), texts)
            : List.of(),
        opened.isInvite() ? null : decision(followUp, world, texts, chosen, lines));
  }

  private static Decision decision(
      FollowUp followUp, World world, Texts texts, @Nullable String chosen, Lines lines) {
    var id = followUp.id();
    return new Decision(
        id.toString(),
        isPossible(followUp, Act.SEND, world) ? lines.line(id, texts.language()) : null,
        taps(list().filter(act -> isPossible(followUp, act, world)), id.toString(), chosen, texts));
  }

  private static List<Tap> taps(
      Stream<String> acts, String item, @Nullable String chosen, Texts texts) {
    return acts.map(act -> Tap.of(act, item, texts.get("act." + act)).chosen(act.equals(chosen)))
        .toList();
  }

  private static ZoneId zone(Person recipient, @Nullable ZoneId eventZone) {
    var own = recipient.zone();
    if (own != null) {
      return own;
    }
    return eventZone == null ? ZoneId.of("UTC") : eventZone;
  }

  private static boolean isPossible(FollowUp followUp, String act, World world) {
    return switch (act) {
      case "send" -> isPossible(followUp, Act.SEND, world);
      case "done" -> isPossible(followUp, Act.DONE, world);
      case "waive" -> isPossible(followUp, Act.WAIVE, world);
      default -> true;
    };
  }

  private static boolean isPossible(FollowUp followUp, Act act, World world) {
    return !Acts.holds(followUp, act) && Acts.refusal(followUp, act, world) == null;
  }

  private static @Nullable Link link(FollowUp followUp, World world, Texts texts) {
    if (followUp.connects()) {
      return new Link("/my/contacts", texts.get("contacts"));
    }
    return followUp.state() instanceof WithOwner ? profile(followUp, world, texts) : null;
  }

  /** Their own wish gives the address away, to those whom they let write to them. */
  private static @Nullable Link profile(FollowUp followUp, World world, Texts texts) {
    var contact = world.people().get(followUp.contact());
    var page = contact == null ? null : contact.profile().invitingPage();
    return page == null || !Planning.contactAgrees(followUp, world)
        ? null
        : new Link(page, texts.get("profile"));
  }

  private static @Nullable String hint(FollowUp followUp, World world, Texts texts) {
    var refusal =
        followUp.state() instanceof WithOwner ? Acts.refusal(followUp, Act.SEND, world) : null;
    return refusal == null ? null : texts.get("refused." + refusal.slug());
  }

  private static String said(Opened opened, FollowUp followUp) {
    var answer = answer(opened, followUp);
    if (answer != Answer.Kind.NONE) {
      return answer.word();
    }
    if (!Behind.isAsked(followUp)) {
      return "connected";
    }
    if (!opened.isInvite() && followUp.connects()) {
      return "yes";
    }
    return opened.isInvite() ? "open" : said(followUp.state());
  }

  private static boolean parts(String act) {
    return act.equals("not-met") || act.equals("block") || act.equals("report");
  }

  /** What the reader of the page has said themselves. */
  private static Answer.Kind answer(Opened opened, FollowUp followUp) {
    return followUp.voices().of(opened.isInvite() ? Side.CONTACT : Side.OWNER).kind();
  }

  private static String said(State state) {
    return switch (state) {
      case WithOwner with -> "open";
      case Settled settled when settled.outcome() == Outcome.DONE -> "done";
      case Settled settled when settled.outcome() == Outcome.CONNECTED -> "connected";
      case Settled settled when settled.doneLateAt() != null -> "done";
      case Settled settled when settled.outcome() == Outcome.MISSED -> "missed";
      case Settled settled when settled.outcome() == Outcome.WAIVED -> "waived";
      case Settled settled -> "settled";
      default -> "scheduled";
    };
  }

  private static String name(World world, UUID id) {
    var person = world.people().get(id);
    return person == null || person.erased() ? "" : plain(person.name());
  }

  /** Without what would turn the text around it, or its own, into another direction. */
  private static String plain(String name) {
    return UNPRINTED.matcher(name).replaceAll("");
  }

  private static Stream<String> invite() {
    return Stream.of("accept", "decline", "not-met", "block", "report");
  }

  /** Nobody is reported by the dozen. */
  private static Stream<String> all() {
    return invite().filter(act -> !act.equals("report"));
  }

  private static Stream<String> list() {
    return Stream.of("send", "done", "waive", "not-met", "block");
  }

  private static List<Choice> choices(Stream<String> acts, Texts texts) {
    return acts.map(act -> new Choice(act, texts.get("act." + act))).toList();
  }
}
