package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The organiser's figures of how people met are those of the ledger. On the edge by numbers alone
 * is who met nobody, or fewer than half the median; the lower one, where there are two.
 */
record CrowdRules(
    CrowdSeen crowd, Set<Direction> expected, Story story, int attendees, Findings findings) {

  /** Who came so shortly before the end is not on its edge: there was no time to meet anybody. */
  private static final Duration SHORTLY = Duration.ofHours(12);

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
    List<PersonStory> few =
        story.people().stream()
            .filter(PersonStory::attends)
            .filter(person -> isFew(met.getOrDefault(person.id, 0L), median))
            .toList();
    Instant shortly = story.event.ends().minus(SHORTLY);
    long inTime = few.stream().filter(person -> !person.cameAfter(shortly)).count();
    compare(
        "attendees who met few", crowd.fewMet(), Math.clamp(crowd.fewMet(), inTime, few.size()));
  }

  private static boolean isFew(long degree, long median) {
    return degree == 0 || 2 * degree < median;
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
