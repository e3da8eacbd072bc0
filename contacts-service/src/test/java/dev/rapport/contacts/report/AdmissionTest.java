package dev.rapport.contacts.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.roster.EventTimes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Instant START = Instant.parse("2026-09-16T08:00:00Z");
  private static final Instant END = Instant.parse("2026-09-18T16:00:00Z");

  @Test
  void a_report_of_the_event_is_taken_until_a_month_after_it() {
    assertThat(refusal(event(false), START, START)).isNull();
    assertThat(refusal(event(false), START, END.plus(Duration.ofDays(30)))).isNull();
    assertThat(refusal(event(false), START, END.plus(Duration.ofDays(30)).plusMillis(1)))
        .isEqualTo("after-reports-closed");
  }

  @Test
  void a_scanner_may_run_ten_minutes_ahead_and_no_more() {
    assertThat(refusal(null, START.plus(Duration.ofMinutes(10)), START)).isNull();
    assertThat(refusal(null, START.plus(Duration.ofMinutes(11)), START)).isEqualTo("in-the-future");
  }

  @Test
  void a_meeting_of_the_day_before_belongs_to_the_event_an_earlier_one_does_not() {
    assertThat(refusal(event(false), START.minus(Duration.ofDays(1)), START)).isNull();
    assertThat(refusal(event(false), START.minus(Duration.ofDays(1)).minusMillis(1), START))
        .isEqualTo("before-the-event");
  }

  @Test
  void a_cancelled_event_takes_no_reports() {
    assertThat(refusal(event(true), START, START)).isEqualTo("event-cancelled");
  }

  @Test
  void an_event_that_is_not_known_yet_refuses_nothing() {
    assertThat(refusal(null, START.minus(Duration.ofDays(400)), START)).isNull();
  }

  private static EventTimes event(boolean cancelled) {
    return new EventTimes(START, END, Duration.ofDays(30), cancelled, EventTimes.SENSED_AT_LEAST);
  }

  private static @Nullable String refusal(@Nullable EventTimes event, Instant at, Instant now) {
    var refusal = Admission.refusal(event, at, now);
    return refusal == null ? null : refusal.slug();
  }
}
