package dev.rapport.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakingTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-05");

  private static Waking in(String zone) {
    return new Waking(ZoneId.of(zone), LocalTime.of(9, 0), LocalTime.of(20, 0));
  }

  private static Window wholeDay(String zone, LocalDate day) {
    return in(zone).on(day, Instant.MIN, Instant.MAX);
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,               2026-06-05T09:00:00Z, 2026-06-05T20:00:00Z",
    "Europe/Paris,      2026-06-05T07:00:00Z, 2026-06-05T18:00:00Z",
    "America/New_York,  2026-06-05T13:00:00Z, 2026-06-06T00:00:00Z",
    "Asia/Kolkata,      2026-06-05T03:30:00Z, 2026-06-05T14:30:00Z",
    "Asia/Kathmandu,    2026-06-05T03:15:00Z, 2026-06-05T14:15:00Z",
    "America/St_Johns,  2026-06-05T11:30:00Z, 2026-06-05T22:30:00Z",
    "Australia/Darwin,  2026-06-05T00:00:00Z, 2026-06-05T10:30:00Z",
    "Pacific/Auckland,  2026-06-05T00:00:00Z, 2026-06-05T08:00:00Z",
    "Pacific/Kiritimati,2026-06-05T00:00:00Z, 2026-06-05T06:00:00Z",
    "Etc/GMT+12,        2026-06-05T00:00:00Z, 2026-06-05T08:00:00Z",
    "Pacific/Honolulu,  2026-06-05T00:00:00Z, 2026-06-05T06:00:00Z",
    "America/Los_Angeles,2026-06-05T16:00:00Z,2026-06-06T00:00:00Z",
  })
  void a_utc_day_has_the_longer_of_its_waking_stretches(String zone, String from, String to) {
    assertThat(wholeDay(zone, DAY)).isEqualTo(window(from, to));
  }

  @Test
  void clocks_that_go_forward_or_back_move_the_window_with_them() {
    assertThat(wholeDay("Europe/Paris", LocalDate.parse("2026-03-28")))
        .isEqualTo(window("2026-03-28T08:00:00Z", "2026-03-28T19:00:00Z"));
    assertThat(wholeDay("Europe/Paris", LocalDate.parse("2026-03-29")))
        .isEqualTo(window("2026-03-29T07:00:00Z", "2026-03-29T18:00:00Z"));
    assertThat(wholeDay("Europe/Paris", LocalDate.parse("2026-10-25")))
        .isEqualTo(window("2026-10-25T08:00:00Z", "2026-10-25T19:00:00Z"));
  }

  @Test
  void a_day_that_a_zone_left_out_has_no_hours_of_its_own() {
    // Samoa went from 29 to 31 December 2011 across the date line.
    var day = wholeDay("Pacific/Apia", LocalDate.parse("2011-12-30"));
    assertThat(day.length()).isLessThanOrEqualTo(Duration.ofHours(11));
  }

  @Test
  void the_first_day_is_the_one_that_still_has_hours_worth_using() {
    var paris = in("Europe/Paris");
    var far = Instant.parse("2026-06-20T00:00:00Z");
    assertThat(paris.first(Instant.parse("2026-06-05T16:00:00Z"), far, null)).isEqualTo(DAY);
    assertThat(paris.first(Instant.parse("2026-06-05T17:30:00Z"), far, null))
        .isEqualTo(DAY.plusDays(1));
    assertThat(paris.first(Instant.parse("2026-06-05T23:30:00Z"), far, null))
        .isEqualTo(DAY.plusDays(1));
  }

  @Test
  void a_used_day_is_not_used_again() {
    var from = Instant.parse("2026-06-05T08:00:00Z");
    var far = Instant.parse("2026-06-20T00:00:00Z");
    assertThat(in("UTC").first(from, far, DAY)).isEqualTo(DAY.plusDays(1));
    assertThat(in("UTC").first(from, far, DAY.plusDays(3))).isEqualTo(DAY.plusDays(4));
    assertThat(in("UTC").first(from, far, DAY.minusDays(3))).isEqualTo(DAY);
  }

  @Test
  void there_is_no_day_after_the_deadline() {
    var from = Instant.parse("2026-06-05T20:00:00Z");
    assertThat(in("UTC").first(from, Instant.parse("2026-06-06T09:00:00Z"), null)).isNull();
    assertThat(in("UTC").first(from, from.minusSeconds(1), null)).isNull();
  }

  @Test
  void the_last_day_is_the_last_with_any_hours_before_the_deadline() {
    var from = Instant.parse("2026-06-01T00:00:00Z");
    assertThat(in("UTC").last(from, Instant.parse("2026-06-06T09:00:00Z"), null)).isEqualTo(DAY);
    assertThat(in("UTC").last(from, Instant.parse("2026-06-06T09:01:00Z"), null))
        .isEqualTo(DAY.plusDays(1));
    assertThat(in("UTC").last(from, Instant.parse("2026-06-06T09:00:00Z"), DAY)).isNull();
  }

  @Test
  void people_who_are_awake_at_night_are_written_to_at_night() {
    var night = new Waking(ZoneId.of("UTC"), LocalTime.of(20, 0), LocalTime.of(4, 0));
    assertThat(night.on(DAY, Instant.MIN, Instant.MAX))
        .isIn(
            window("2026-06-05T00:00:00Z", "2026-06-05T04:00:00Z"),
            window("2026-06-05T20:00:00Z", "2026-06-06T00:00:00Z"));
  }

  @Test
  void every_window_lies_in_its_utc_day_in_waking_hours_and_between_the_bounds() {
    var random = new Random(20260605);
    var zones = List.copyOf(ZoneId.getAvailableZoneIds());
    for (var i = 0; i < 20_000; i++) {
      var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      var waking = new Waking(zone, LocalTime.of(9, 0), LocalTime.of(20, 0));
      var start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
      var deadline = start.plusSeconds(random.nextInt(900_000));
      var after = random.nextBoolean() ? null : Waking.utcDay(start).plusDays(random.nextInt(4));
      var day = waking.first(start, deadline, after);
      if (day == null) {
        continue;
      }
      assertThat(after == null || day.isAfter(after)).isTrue();
      var window = waking.on(day, start, deadline);
      assertThat(window.from()).isBefore(window.to()).isAfterOrEqualTo(start);
      assertThat(window.to()).isBeforeOrEqualTo(deadline);
      assertThat(Waking.utcDay(window.from())).isEqualTo(day);
      assertThat(window.to())
          .isBeforeOrEqualTo(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      var moment = window.momentOf(new java.util.UUID(random.nextLong(), random.nextLong()));
      assertThat(moment).isBetween(window.from(), window.to());
      var local = moment.atZone(zone).toLocalTime();
      // Where clocks go back around waking hours, wall time stands outside while the stretch runs.
      assertThat(local).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59));
    }
  }

  @Test
  void the_moments_of_many_are_spread_and_leave_the_second_half_free() {
    var window = wholeDay("UTC", DAY);
    var random = new Random(7);
    var last = window.from().plus(Duration.ofMinutes(11 * 60 / 2));
    var halves = new int[2];
    for (var i = 0; i < 1_000; i++) {
      var moment = window.momentOf(new java.util.UUID(random.nextLong(), random.nextLong()));
      assertThat(moment).isAfterOrEqualTo(window.from()).isBeforeOrEqualTo(last);
      halves[moment.isBefore(window.from().plus(Duration.ofMinutes(165))) ? 0 : 1]++;
    }
    assertThat(halves[0]).isBetween(400, 600);
  }
}
