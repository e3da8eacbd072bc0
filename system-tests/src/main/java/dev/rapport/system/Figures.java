package dev.rapport.system;

import dev.rapport.system.advice.Advice;
import dev.rapport.system.checker.FollowUpSeen;
import dev.rapport.system.checker.MailSeen;
import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.checker.Objection;
import dev.rapport.system.checker.Observation;
import dev.rapport.system.checker.Verdict;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import dev.rapport.system.player.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the report's figures. */
final class Figures {

  private Figures() {}

  static Report report(
      Script script,
      Ledger ledger,
      Observation seen,
      Verdict verdict,
      Map<String, Double> seconds) {
    List<FollowUpSeen> counting = seen.followUps().stream().filter(FollowUpSeen::counts).toList();
    Map<String, Long> byOutcome =
        counting.stream()
            .map(FollowUpSeen::outcome)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(o -> o, TreeMap::new, Collectors.counting()));
    long accepted =
        ledger.all(Entry.Reported.class).count() + ledger.all(Entry.Repeated.class).count();
    return new Report(
        new Report.Event(seen.event().state()),
        script.attendees(),
        new Report.Reports(ledger.reportsSent(), accepted),
        new Report.FollowUps(
            verdict.expected(),
            counting.stream().filter(f -> f.outcome() != null).count(),
            verdict.count(Objection.Lost.class),
            verdict.count(Objection.Doubled.class),
            byOutcome),
        new Report.Mails(
            seen.mails().size(),
            mails(seen, Kind.INVITE),
            mails(seen, Kind.LIST),
            mails(seen, Kind.WELCOME),
            seen.inDoubt().values().stream().mapToLong(Observation.Doubt::tries).sum()),
        manners(verdict),
        Advice.figures(ledger, seen, verdict),
        seconds,
        Map.of());
  }

  private static Report.Manners manners(Verdict verdict) {
    Map<String, Long> checked = new LinkedHashMap<>();
    verdict.checked().forEach((manner, count) -> checked.put(manner.word(), count));
    return new Report.Manners(
        verdict.violated().values().stream().mapToLong(Long::longValue).sum(), checked);
  }

  private static long mails(Observation seen, Kind kind) {
    return seen.mails().stream().map(MailSeen::kind).filter(k -> k == kind).count();
  }
}
