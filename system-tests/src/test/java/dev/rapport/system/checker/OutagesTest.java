package dev.rapport.system.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutagesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void without_an_outage_all_the_time_is_quiet() {
    assertThat(quiet(0, 100)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void outages_are_not_quiet_nor_are_the_thirty_seconds_after_them() {
    assertThat(quiet(0, 100, outage(20, 30))).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void an_outage_just_before_is_still_felt_and_one_afterwards_is_not() {
    assertThat(quiet(100, 120, outage(75, 80), outage(130, 140))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void outages_that_overlap_are_felt_once() {
    assertThat(quiet(0, 100, outage(30, 40), outage(10, 20), outage(15, 16)))
        .isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void nothing_is_quiet_before_it_began() {
    assertThat(quiet(100, 50)).isEqualTo(Duration.ZERO);
  }

  @Test
  void what_a_sender_that_stands_still_has_on_the_wire_stands_still_too() {
    Entry.Outage paused = outage("notification-service paused", 10, 55);
    Outages outages = new Outages(List.of(paused, outage(20, 30)));
    assertThat(outages.moving(second(9), second(56))).isEqualTo(Duration.ofSeconds(2));
    assertThat(outages.moving(second(60), second(75))).isEqualTo(Duration.ofSeconds(15));
    assertThat(outages.moving(second(0), second(12))).isEqualTo(Duration.ofSeconds(10));
  }

  private static Duration quiet(int from, int until, Entry.Outage... outages) {
    return new Outages(List.of(outages)).quiet(second(from), second(until));
  }

  private static Entry.Outage outage(int from, int until) {
    return outage("kafka", from, until);
  }

  private static Entry.Outage outage(String part, int from, int until) {
    return new Entry.Outage(
        new Moment(second(from), second(from), second(from)), part, second(until));
  }

  private static Instant second(int second) {
    return START.plusSeconds(second);
  }
}
