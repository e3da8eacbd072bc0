package dev.rapport.system.advice;

import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.Verdict;
import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What figures are counted from.
 *
 * @param followUps of meetings that count
 */
record Ground(Ledger ledger, Observation seen, Verdict verdict, List<FollowUpSeen> followUps) {

  static Ground of(Ledger ledger, Observation seen, Verdict verdict) {
    return new Ground(
        ledger, seen, verdict, seen.followUps().stream().filter(FollowUpSeen::counts).toList());
  }

  long outcome(String outcome) {
    return followUps.stream().filter(f -> outcome.equals(f.outcome())).count();
  }

  long answer(String answer) {
    return followUps.stream().filter(f -> answer.equals(f.answer())).count();
  }

  /** How often people did it and were shown that it took. */
  long acts(Act act) {
    return ledger.all(Entry.Acted.class).filter(a -> a.act() == act && a.sure()).count();
  }

  /** How many people each has met. */
  Map<UUID, Long> met() {
    return followUps.stream()
        .collect(Collectors.groupingBy(FollowUpSeen::owner, Collectors.counting()));
  }
}
