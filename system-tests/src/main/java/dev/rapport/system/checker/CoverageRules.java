package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The event has closed, and its figures are those of the ledger and of the follow-ups one by one.
 */
record CoverageRules(Observation seen, Set<Direction> expected, int attendees, Findings findings) {

  void judge() {
    Observation.EventSeen event = seen.event();
    if (!event.state().equals("CLOSED")) {
      findings.object(
          new Objection.NotClosed(
              "The event is %s; %d of its follow-ups are open."
                  .formatted(event.state(), event.open())));
      return;
    }
    if (event.open() != 0 || event.people().open() != 0) {
      findings.object(
          new Objection.OpenThoughClosed(
              "The event is closed and counts %d open follow-ups of %d people."
                  .formatted(event.open(), event.people().open())));
    }
    compare("follow-ups", event.total(), expected.size());
    compare("attendees", event.attendees(), attendees);
    Set<UUID> owners = expected.stream().map(Direction::owner).collect(Collectors.toSet());
    compare("attendees who met nobody", event.metNobody(), attendees - owners.size());
    compare("people who met somebody", event.people().met(), owners.size());
    Set<UUID> late =
        seen.followUps().stream()
            .filter(f -> f.counts() && !f.onTime())
            .map(FollowUpSeen::owner)
            .collect(Collectors.toSet());
    compare("people who were late", event.people().late(), late.size());
    compare("people who were in time", event.people().complete(), owners.size() - late.size());
    Map<String, Long> byOutcome =
        seen.followUps().stream()
            .filter(f -> f.counts() && f.outcome() != null)
            .collect(Collectors.groupingBy(f -> "" + f.outcome(), Collectors.counting()));
    if (!event.byOutcome().equals(byOutcome)) {
      findings.object(
          new Objection.Miscounted(
              "The event counts %s; its follow-ups are %s."
                  .formatted(event.byOutcome(), byOutcome)));
    }
  }

  private void compare(String what, long counted, long known) {
    if (counted != known) {
      findings.object(
          new Objection.Miscounted(
              "The event counts %d %s; by the ledger there are %d."
                  .formatted(counted, what, known)));
    }
  }
}
