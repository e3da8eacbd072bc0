package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Ledger;
import java.util.Set;

/**
 * Works out from the ledger alone which follow-ups must exist and what can have become of them, and
 * compares with what was observed. Knows the rules of the product, and none of the services' code.
 */
public final class Checker {

  private Checker() {}

  /** Judges a conference that is over. */
  public static Verdict judge(Ledger ledger, Observation seen) {
    Story story = new Story(ledger, seen);
    Findings findings = new Findings();
    judgeCalls(ledger, story, findings);
    Set<Direction> expected = new FollowUpRules(story, seen, findings).judge();
    new MailRules(story, seen, findings).judge();
    new CopyRules(story, seen, findings).judge();
    new RevealRules(story, seen, ledger, findings).judge();
    new CoverageRules(seen, expected, story.attendees(), findings).judge();
    new CrowdRules(seen.crowd(), expected, story, story.attendees(), findings).judge();
    new AllowanceRules(story, seen, findings).judge();
    new PlanRules(story, seen, findings).judge();
    new ConnectorRules(story, seen, ledger.all(Entry.Suggested.class), findings).judge();
    new SensedRules(story, findings).judge(ledger.all(Entry.AskedWhether.class).toList());
    return findings.verdict(expected.size());
  }

  private static void judgeCalls(Ledger ledger, Story story, Findings findings) {
    ledger
        .all(Entry.Unanswered.class)
        .forEach(
            call ->
                findings.object(
                    new Objection.Unanswered("%s was never answered.".formatted(call.call()))));
    ledger
        .all(Entry.Refused.class)
        .forEach(
            call ->
                findings.object(
                    new Objection.Refused(
                        "%s was answered %d: %s"
                            .formatted(call.call(), call.status(), call.answer()))));
    ledger
        .all(Entry.MaybeReported.class)
        .map(Entry.MaybeReported::report)
        .filter(report -> !story.namesErased(report))
        .forEach(
            report ->
                findings.object(
                    new Objection.Refused(
                        "A report of %s was answered as if somebody were erased."
                            .formatted(report.reporter()))));
  }
}
