package dev.rapport.followup.my;

import dev.rapport.followup.answer.Act;
import dev.rapport.followup.answer.Acts;
import dev.rapport.followup.introduce.Introducing;
import dev.rapport.followup.introduce.Introduction.Answer;
import dev.rapport.followup.nurture.Circle;
import dev.rapport.followup.nurture.Nurturing;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.messaging.EventClock;
import dev.rapport.pages.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an owner does on their page; the same again changes nothing. */
@Component
class Taps {

  private static final Map<String, Integer> SNOOZES = Map.of("snooze-week", 7, "snooze-month", 30);

  private static final Map<String, Answer> ANSWERS =
      Map.of("introduced", Answer.INTRODUCED, "not-now", Answer.NOT_NOW);

  private final FollowUps followUps;
  private final Acts acts;
  private final Nurturing nurturing;
  private final Circle circle;
  private final Introducing introducing;
  private final EventClock clock;

  Taps(
      FollowUps followUps,
      Acts acts,
      Nurturing nurturing,
      Circle circle,
      Introducing introducing,
      EventClock clock) {
    this.followUps = followUps;
    this.acts = acts;
    this.nurturing = nurturing;
    this.circle = circle;
    this.introducing = introducing;
    this.clock = clock;
  }

  /**
   * A form.
   *
   * @param item an id, or {@code all}
   * @param shown the follow-ups that the page showed, of which {@code all} speaks
   * @param until a day, for a reminder that is put off
   * @param lines lines of the owner's own, for what is sent
   */
  record Tap(String item, String act, List<String> shown, @Nullable String until, Lines lines) {}

  /**
   * Does it; returns what came of it: {@code saved}, {@code partly}, {@code unchanged}, or what is
   * wrong with lines of the owner's own, and nothing was sent.
   */
  String tap(Person owner, Tap tap) {
    if (ANSWERS.containsKey(tap.act())) {
      var answer = ANSWERS.get(tap.act());
      var one = introducing.answer(owner.id(), id(tap.item()), answer);
      return one != null && one.answer() == answer ? "saved" : "unchanged";
    }
    if (SNOOZES.containsKey(tap.act()) || tap.act().equals("snooze-until")) {
      nurturing.snooze(owner.id(), contact(owner, tap), until(owner, tap));
      return "saved";
    }
    if (tap.act().equals("forget")) {
      nurturing.keep(owner.id(), contact(owner, tap), null, null);
      return "saved";
    }
    if (tap.act().equals("leave")) {
      nurturing.leave(owner.id(), contact(owner, tap));
      return "saved";
    }
    return act(owner, tap);
  }

  private UUID contact(Person owner, Tap tap) {
    return circle.tie(owner, id(tap.item())).contact();
  }

  private String act(Person owner, Tap tap) {
    var act =
        Arrays.stream(Act.values())
            .filter(a -> a.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(tap.act()))
            .findFirst()
            .orElseThrow(Refusal::form);
    var wanted =
        tap.item().equals("all")
            ? tap.shown().stream().map(Taps::id).toList()
            : List.of(id(tap.item()));
    var own =
        followUps.byId(wanted).values().stream()
            .filter(f -> f.owner().equals(owner.id()) && !f.erased())
            .toList();
    if (own.isEmpty()) {
      throw Refusal.notFound();
    }
    if (act != Act.SEND) {
      return notice(acts.byOwner(own, act).values(), act);
    }
    var wrong = tap.lines().wrongOf(own.stream().map(FollowUp::id).toList());
    return wrong.isEmpty()
        ? notice(acts.sent(own, tap.lines().said()).values(), act)
        : wrong.size() > 1 ? "words-wrong" : wrong.iterator().next();
  }

  private static String notice(Collection<FollowUp> acted, Act act) {
    var done = acted.stream().filter(f -> Acts.holds(f, act)).count();
    return done == 0 ? "unchanged" : done < acted.size() ? "partly" : "saved";
  }

  private Instant until(Person owner, Tap tap) {
    var days = SNOOZES.get(tap.act());
    if (days != null) {
      return clock.now().plus(java.time.Duration.ofDays(days));
    }
    try {
      var zone = owner.zone();
      var day = LocalDate.parse(tap.until() == null ? "" : tap.until());
      var until = day.atStartOfDay(zone == null ? ZoneOffset.UTC : zone).toInstant();
      if (until.isAfter(clock.now()) && day.getYear() < 2200) {
        return until;
      }
    } catch (DateTimeException e) {
      throw Refusal.form();
    }
    throw Refusal.form();
  }

  static UUID id(String item) {
    try {
      return UUID.fromString(item);
    } catch (IllegalArgumentException e) {
      throw Refusal.form();
    }
  }
}
