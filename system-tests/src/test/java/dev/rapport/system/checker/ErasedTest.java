package dev.rapport.system.checker;

import static dev.rapport.system.checker.GoodConference.EVENING;
import static dev.rapport.system.checker.GoodConference.SCAN;
import static dev.rapport.system.checker.GoodConference.at;
import static dev.rapport.system.checker.GoodConference.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Gus is erased two hours after the scans. */
class ErasedTest {

  private static final Instant ERASED = SCAN.plusSeconds(7200);

  private final GoodConference conference = new GoodConference();

  @Test
  void a_badge_scanned_after_its_holder_was_erased_makes_no_meeting() {
    scanned("ben", "badge-gus", ERASED.plusSeconds(1800));
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_scan_during_an_erasure_may_count_or_not() {
    scanned("ben", "badge-gus", ERASED);
    assertThat(conference.judge()).isEmpty();
    counted();
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_badge_that_became_known_after_its_scanner_was_erased_makes_no_meeting() {
    scanned("gus", "badge-ben-late", ERASED.minusSeconds(3600));
    known("ben", "badge-ben-late", ERASED.plusSeconds(3600));
    assertThat(conference.judge()).isEmpty();
    counted();
    conference.total = 12;
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(Objection.Unfounded.class);
  }

  @Test
  void a_badge_that_became_known_before_its_scanner_was_erased_may_count_or_not() {
    scanned("gus", "badge-ben-late", ERASED.minusSeconds(3600));
    known("ben", "badge-ben-late", ERASED.minusSeconds(60));
    assertThat(conference.judge()).isEmpty();
    counted();
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_report_that_is_refused_at_last_may_have_been_taken_before_the_erasure() {
    refused(ERASED.minusSeconds(60));
    assertThat(conference.judge()).isEmpty();
    counted();
    assertThat(conference.judge()).isEmpty();
  }

  @Test
  void a_report_that_is_refused_after_the_erasure_was_never_taken() {
    refused(ERASED.plusSeconds(1800));
    assertThat(conference.judge()).isEmpty();
    counted();
    conference.total = 12;
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(Objection.Unfounded.class);
  }

  @Test
  void a_report_that_is_gone_though_nobody_was_erased_is_refused() {
    maybe(ERASED, new Entry.Reported(at(ERASED), "key", "ben", null, "badge-ann", SCAN, false));
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(Objection.Refused.class);
  }

  @Test
  void a_follow_up_that_was_open_at_the_erasure_was_not_missed() {
    conference.followUp("ann", "gus", "missed", "none", null);
    assertThat(conference.judge())
        .isNotEmpty()
        .hasOnlyElementsOfType(Objection.ImpossibleOutcome.class);
  }

  @Test
  void whoever_is_erased_after_the_event_takes_what_is_open_with_them() {
    conference.ledger.add(new Entry.Erased(at(EVENING.plus(Duration.ofHours(12))), "cem"));
    conference.mails.removeIf(m -> m.notification().equals(id("list-4")));
    conference.followUp("ann", "cem", "withdrawn", "none", null);
    conference.followUp("cem", "ann", "withdrawn", "none", "list-4");
    assertThat(conference.judge()).isEmpty();
  }

  private void scanned(String reporter, String badge, Instant when) {
    conference.ledger.add(
        new Entry.Reported(at(when), reporter + "-" + badge, reporter, null, badge, SCAN, false));
  }

  private void refused(Instant when) {
    maybe(when, new Entry.Reported(at(when), "key", "ben", "gus", null, SCAN, false));
  }

  private void maybe(Instant when, Entry.Reported report) {
    conference.ledger.add(new Entry.MaybeReported(at(when), report));
  }

  private void known(String person, String badge, Instant when) {
    conference.ledger.add(new Entry.Attends(at(when), person, Set.of(badge)));
  }

  private void counted() {
    conference.followUp("ben", "gus", "withdrawn", "none", null);
    conference.followUp("gus", "ben", "withdrawn", "none", null);
    conference.total = 14;
  }
}
