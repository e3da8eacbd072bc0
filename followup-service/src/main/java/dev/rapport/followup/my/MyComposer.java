package dev.rapport.followup.my;

import dev.rapport.access.Page;
import dev.rapport.followup.answer.Act;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.decide.Decision;
import dev.rapport.followup.decide.Lines;
import dev.rapport.followup.decide.OneForm;
import dev.rapport.followup.decide.Tap;
import dev.rapport.followup.decide.Tapped;
import dev.rapport.followup.my.MyView.Card;
import dev.rapport.followup.my.MyView.Snooze;
import dev.rapport.followup.nurture.MetOutside;
import dev.rapport.followup.nurture.Tie;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Planning;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the owner's page out of what is due. */
final class MyComposer {

  static final String HERE = "/my/follow-ups";

  /** Sending comes first: it is what pages like this are for. */
  private static final List<Act> ACTS =
      List.of(Act.SEND, Act.DONE, Act.WAIVE, Act.NOT_MET, Act.BLOCK);

  private final Wording words;
  private final Lines lines;

  MyComposer(Wording words, Lines lines) {
    this.words = words;
    this.lines = lines;
  }

  /**
   * Makes it.
   *
   * @param noted a contact of whom the owner has just logged something that is on its way here
   */
  MyView view(Page<Thing> page, @Nullable Place from, @Nullable UUID noted) {
    var cards =
        page.items().stream()
            .filter(thing -> !isOfTie(thing) || !thing.person().equals(noted))
            .map(this::card)
            .toList();
    var open =
        page.items().stream()
            .filter(
                thing ->
                    thing instanceof Thing.Open one && one.followUp().state() instanceof WithOwner)
            .map(thing -> thing.place().id().toString())
            .toList();
    var next = page.next();
    return new MyView(
        words.texts().get(cards.isEmpty() ? "none" : "intro"),
        new OneForm(
            String.join(",", open),
            from == null ? null : from.text(),
            open.size() < 2 ? null : words.texts().get("all.intro", open.size()),
            open.size() < 2 ? List.of() : taps(List.of(Act.SEND, Act.DONE, Act.WAIVE), Tapped.ALL)),
        cards,
        next == null ? null : new Link(HERE + "?cursor=" + next, words.texts().get("more")),
        new Link(HERE + "/ties", words.texts().get("ties")),
        new Link(HERE + "/blocks", words.texts().get("blocks")));
  }

  private List<Tap> taps(List<Act> acts, String item) {
    var taps = new ArrayList<Tap>();
    for (var act : acts) {
      var word = act.name().toLowerCase(Locale.ROOT).replace('_', '-');
      taps.add(Tap.of(word, item, words.texts().get("act." + word)));
    }
    return taps;
  }

  private static boolean isOfTie(Thing thing) {
    return thing instanceof Thing.Overdue || thing instanceof Thing.Met;
  }

  private Card card(Thing thing) {
    return switch (thing) {
      case Thing.Overdue one -> overdue(one);
      case Thing.Met one -> met(one.met());
      case Thing.Accepted one -> accepted(one.followUp());
      case Thing.Introduce one -> introduce(one);
      case Thing.Open one -> open(one.followUp());
    };
  }

  private Card overdue(Thing.Overdue one) {
    var tie = one.overdue().touch().tie();
    var id = tie.contact().toString();
    var lines = new ArrayList<String>();
    lines.add(words.losingTouch(one.overdue()));
    var met = one.overdue().touch().metOutside();
    if (met != null) {
      lines.add(words.metOutside(met));
    }
    Stream.of(words.topics(one.overdue().topics()), words.give(one.overdue().give()))
        .filter(java.util.Objects::nonNull)
        .forEach(lines::add);
    lines.add(words.balance(one.overdue()));
    var said = said(tie);
    var snooze =
        Buttons.about("i-" + id)
            .with("item", id)
            .button("act", "snooze-week", words.texts().get("snooze.week"))
            .button("act", "snooze-month", words.texts().get("snooze.month"))
            .button("act", "forget", words.texts().get("forget"));
    return new Card(
        id,
        "cadence",
        "due",
        words.name(tie.contact()),
        lines,
        null,
        null,
        null,
        List.of(said, snooze),
        new Snooze(id, words.texts().get("snooze.until"), words.texts().get("snooze.button")));
  }

  /** What the owner did; contacts-service takes it. */
  private Buttons said(Tie tie) {
    // contacts-service owns what is logged: the tap goes there, and comes back here.
    return Buttons.about("i-" + tie.contact())
        .to("/my/contacts/%s/interactions".formatted(tie.contact()))
        .with("key", "page/%s/%d".formatted(tie.id(), tie.rev()))
        .with("next", HERE)
        .button("purpose", "greet", words.texts().get("tap.greet"))
        .button("purpose", "give", words.texts().get("tap.give"))
        .button("purpose", "ask", words.texts().get("tap.ask"));
  }

  private Card met(MetOutside.Met one) {
    var tie = one.touch().tie();
    var id = tie.contact().toString();
    var lines = new ArrayList<String>();
    lines.add(words.metOutside(one.at()));
    var topics = words.topics(one.topics());
    if (topics != null) {
      lines.add(topics);
    }
    var leave =
        Buttons.about("i-" + id)
            .with("item", id)
            .button("act", "leave", words.texts().get("act.waive"));
    return new Card(
        id,
        "met",
        "open",
        words.name(tie.contact()),
        lines,
        words.draft(one),
        null,
        null,
        List.of(said(tie), leave),
        null);
  }

  private Card introduce(Thing.Introduce one) {
    var introduction = one.introduction();
    var id = introduction.id().toString();
    var lines = new ArrayList<String>();
    lines.add(words.texts().get("introduction", words.event(introduction.event())));
    var topics = words.topics(introduction.topics());
    if (topics != null) {
      lines.add(topics);
    }
    var form =
        Buttons.about("i-" + id)
            .with("item", id)
            .button("act", "introduced", words.texts().get("act.introduced"))
            .button("act", "not-now", words.texts().get("act.not-now"));
    return new Card(
        id,
        "introduction",
        "open",
        words.texts().get("two", words.name(introduction.one()), words.name(introduction.other())),
        lines,
        null,
        null,
        null,
        List.of(form),
        null);
  }

  private Card accepted(FollowUp followUp) {
    return new Card(
        followUp.id().toString(),
        "accepted",
        FollowUpDocument.name(followUp.state()),
        words.name(followUp.contact()),
        List.of(words.texts().get("accepted"), words.met(followUp)),
        null,
        new Link("/my/contacts", words.texts().get("reach")),
        null,
        List.of(),
        null);
  }

  private Card open(FollowUp followUp) {
    var id = followUp.id().toString();
    var lines = new ArrayList<String>();
    lines.add(words.met(followUp));
    var withOwner = followUp.state() instanceof WithOwner;
    if (!withOwner) {
      lines.add(words.texts().get("missed"));
    }
    var refusal = withOwner ? Acts.refusal(followUp, Act.SEND, words.world()) : null;
    if (refusal != null) {
      lines.add(words.texts().get("refused." + refusal.slug()));
    }
    var possible = ACTS.stream().filter(act -> isPossible(followUp, act)).toList();
    return new Card(
        id,
        "followUp",
        FollowUpDocument.name(followUp.state()),
        words.name(followUp.contact()),
        lines,
        withOwner ? words.draft(followUp) : null,
        withOwner ? profile(followUp) : null,
        new Decision(
            id,
            possible.contains(Act.SEND)
                ? this.lines.line(followUp.id(), words.texts().language())
                : null,
            taps(possible, id)),
        List.of(),
        null);
  }

  /** Their own wish gives the address away, to those whom they let write to them. */
  private @Nullable Link profile(FollowUp followUp) {
    var contact = words.world().people().get(followUp.contact());
    var page = contact == null ? null : contact.profile().invitingPage();
    return page == null || !Planning.contactAgrees(followUp, words.world())
        ? null
        : new Link(page, words.texts().get("profile"));
  }

  private boolean isPossible(FollowUp followUp, Act act) {
    return !Acts.holds(followUp, act) && Acts.refusal(followUp, act, words.world()) == null;
  }
}
