package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works out from the ledger alone which follow-ups must exist and what can have become of them, and
 * compares with what was observed. Knows the rules of the product, and none of the services' code.
 */
public final class Checker {

  private Checker() {}

  /** Judges a conference that is over. */
  public static Verdict judge(Ledger ledger, Observation seen) {
    Map<UUID, FollowUpSeen> followUps =
        seen.followUps().stream()
            .collect(Collectors.toMap(FollowUpSeen::id, Function.identity(), (a, b) -> a));
    Story story = new Story(ledger, followUps);
    List<Objection> objections = new ArrayList<>();
    story.unanswered.forEach(
        call ->
            objections.add(
                new Objection.Unanswered("%s was never answered.".formatted(call.call()))));
    ledger
        .all(Entry.Refused.class)
        .forEach(
            call ->
                objections.add(
                    new Objection.Refused(
                        "%s was answered %d: %s"
                            .formatted(call.call(), call.status(), call.answer()))));
    long expected = new FollowUpRules(story, seen, objections::add).judge();
    new MailRules(story, seen, followUps, objections::add).judge();
    new CopyRules(seen, objections::add).judge();
    judgeEvent(story, seen.event(), expected, objections);
    return new Verdict(expected, objections);
  }

  private static void judgeEvent(
      Story story, Observation.EventSeen event, long expected, List<Objection> objections) {
    if (!event.state().equals("CLOSED")) {
      objections.add(
          new Objection.NotClosed(
              "The event is %s; %d of its follow-ups are open."
                  .formatted(event.state(), event.open())));
      return;
    }
    if (event.open() != 0) {
      objections.add(
          new Objection.OpenThoughClosed(
              "The event is closed and counts %d open follow-ups.".formatted(event.open())));
    }
    if (event.total() != expected) {
      objections.add(
          new Objection.Miscounted(
              "The event counts %d follow-ups; the ledger makes %d."
                  .formatted(event.total(), expected)));
    }
    if (event.attendees() != story.attendees()) {
      objections.add(
          new Objection.Miscounted(
              "The event counts %d attendees; the ledger has %d."
                  .formatted(event.attendees(), story.attendees())));
    }
  }
}
