package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No connector is shown by a suggestion who is on the edge: of those suggested on a day at most
 * half are. On the edge is, by the ledger, who has met nobody, or fewer than half the median; here
 * only whoever was so from before the suggestion can have been made until it was seen.
 */
final class ConnectorRules {

  /** How old may be what is counted from (machine time). */
  private static final Duration LAG = Duration.ofSeconds(4);

  private record Day(String connector, LocalDate day) {}

  private final Story story;
  private final Observation seen;
  private final Findings findings;
  private final List<Entry.Suggested> suggested;

  ConnectorRules(
      Story story, Observation seen, Stream<Entry.Suggested> suggested, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
    this.suggested = suggested.toList();
  }

  void judge() {
    Map<Day, List<Entry.Suggested>> days =
        suggested.stream().collect(Collectors.groupingBy(s -> new Day(s.connector(), s.day())));
    days.forEach(this::judge);
  }

  private void judge(Day day, List<Entry.Suggested> suggestions) {
    findings.checked(Manner.NOBODY_LABELLED);
    Set<String> all = new HashSet<>();
    Set<String> onTheEdge = new HashSet<>();
    for (Entry.Suggested suggestion : suggestions) {
      for (String person : List.of(suggestion.one(), suggestion.other())) {
        all.add(person);
        if (wasOnTheEdge(person, suggestion)) {
          onTheEdge.add(person);
        }
      }
    }
    if (2 * onTheEdge.size() > all.size()) {
      findings.violated(
          Manner.NOBODY_LABELLED,
          new Objection.Labelled(
              "Of %d people suggested to %s for %s %d were on the edge: %s."
                  .formatted(all.size(), day.connector, day.day, onTheEdge.size(), onTheEdge)));
    }
  }

  private boolean wasOnTheEdge(String person, Entry.Suggested suggestion) {
    if (suggestion.before().equals(Instant.MIN)) {
      return false; // nobody looked before, so it may be as old as the event
    }
    Instant now = suggestion.when().answered();
    Instant from = suggestion.before().minus(LAG).minus(outage(now));
    long median = median(from);
    long met = met(story.person(person), now);
    return median > 0 && (met == 0 || 2 * met < median);
  }

  private Duration outage(Instant now) {
    Instant event = seen.time().event(now);
    return Duration.between(seen.time().machine(event.minus(story.outage)), now);
  }

  /** The lower median of how many people each attendee had met by then. */
  private long median(Instant then) {
    long[] degrees =
        story.people().stream()
            .filter(PersonStory::attends)
            .mapToLong(person -> met(person, then))
            .sorted()
            .toArray();
    return degrees.length == 0 ? 0 : degrees[(degrees.length - 1) / 2];
  }

  private long met(PersonStory person, Instant then) {
    return story.meetingsOf(person).stream().filter(m -> m.reportedBy(then)).count();
  }
}
