package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The organiser's figures of how people met are those of the ledger. On the edge by numbers alone
 * is who met nobody, or fewer than half the median; the lower one, where there are two.
 */
record CrowdRules(CrowdSeen crowd, Set<Direction> expected, int attendees, Findings findings) {

  void judge() {
    Map<UUID, Long> met =
        expected.stream().collect(Collectors.groupingBy(Direction::owner, Collectors.counting()));
    long[] degrees = new long[attendees];
    int next = attendees;
    for (long degree : met.values()) {
      degrees[--next] = degree;
    }
    Arrays.sort(degrees);
    long median = attendees == 0 ? 0 : degrees[(attendees - 1) / 2];
    compare("meetings", crowd.meetings(), expected.size() / 2);
    compare("attendees who met nobody", crowd.metNobody(), attendees - met.size());
    compare("people met by the median attendee", crowd.median(), median);
    compare(
        "attendees who met few",
        crowd.fewMet(),
        Arrays.stream(degrees).filter(degree -> degree == 0 || 2 * degree < median).count());
  }

  private void compare(String what, long counted, long known) {
    if (counted != known) {
      findings.object(
          new Objection.Miscounted(
              "The insight counts %d %s; by the ledger there are %d."
                  .formatted(counted, what, known)));
    }
  }
}
