package dev.rapport.followup.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Attendance;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Profile;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.welcome.Welcome.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  private static final UUID ID = new UUID(8, 1);
  private static final UUID EVENT = new UUID(8, 2);
  private static final UUID PERSON = new UUID(8, 3);
  private static final Instant STARTS = Instant.parse("2026-06-15T08:00:00Z");
  private static final Instant ENDS = Instant.parse("2026-06-17T16:00:00Z");
  private static final Duration WITHIN = Duration.ofDays(14);

  private final Welcome welcome = new Welcome(ID, EVENT, PERSON, 1, null, false, null, false);

  @Test
  void it_goes_out_today_while_the_recipient_is_awake_long_enough() {
    assertThat(next(welcome, "2026-06-10T07:00:00Z")).isInstanceOf(Next.Ask.class);
    assertThat(next(welcome, "2026-06-10T17:30:00Z"))
        .isEqualTo(new Next.Later(Instant.parse("2026-06-11T00:00:00Z")));
  }

  @Test
  void it_waits_for_the_two_weeks_before_the_start() {
    // From 08:00 UTC on the first day: there are waking hours enough left in it.
    assertThat(next(welcome, "2026-05-01T12:00:00Z"))
        .isEqualTo(new Next.Later(Instant.parse("2026-06-01T00:00:00Z")));
    var first = (Next.Ask) next(welcome, "2026-06-01T00:00:00Z");
    assertThat(first.window().from()).isEqualTo(STARTS.minus(WITHIN));
  }

  @Test
  void it_goes_out_during_the_event_too_and_not_after() {
    assertThat(next(welcome, "2026-06-16T10:00:00Z")).isInstanceOf(Next.Ask.class);
    assertThat(next(welcome, "2026-06-17T16:00:00Z")).isEqualTo(new Next.Sleep());
  }

  @Test
  void a_day_is_asked_for_once() {
    var again =
        new Welcome(ID, EVENT, PERSON, 3, null, false, LocalDate.parse("2026-06-10"), false);
    assertThat(next(again, "2026-06-10T07:00:00Z"))
        .isEqualTo(new Next.Later(Instant.parse("2026-06-11T00:00:00Z")));
  }

  @Test
  void what_is_not_wanted_any_more_is_taken_back_and_what_ended_sleeps() {
    var asked =
        new Welcome(
            ID,
            EVENT,
            PERSON,
            2,
            LocalDate.parse("2026-06-10"),
            false,
            LocalDate.parse("2026-06-10"),
            false);
    var now = Instant.parse("2026-06-10T07:00:00Z");
    assertThat(asked.next(attendance(true), world(now), WITHIN)).isEqualTo(new Next.TakeBack());
    assertThat(asked.next(attendance(false), world(now), WITHIN)).isEqualTo(new Next.Sleep());
    assertThat(welcome.next(attendance(true), world(now), WITHIN)).isEqualTo(new Next.Sleep());
    var ended = new Welcome(ID, EVENT, PERSON, 4, null, false, null, true);
    assertThat(next(ended, "2026-06-10T07:00:00Z")).isEqualTo(new Next.Sleep());
  }

  @Test
  void it_waits_for_what_is_not_known_yet() {
    var nothing = new World(Map.of(), Map.of(), Instant.parse("2026-06-10T07:00:00Z"));
    assertThat(welcome.next(attendance(false), nothing, WITHIN)).isEqualTo(new Next.Unknown());
  }

  private static Next next(Welcome welcome, String now) {
    return welcome.next(attendance(false), world(Instant.parse(now)), WITHIN);
  }

  private static @Nullable Attendance attendance(boolean cancelled) {
    return new Attendance(ID, EVENT, PERSON, 1, Attendance.Role.ATTENDEE, cancelled);
  }

  private static World world(Instant now) {
    var policy =
        new Event.Policy(
            Duration.ofDays(7),
            Duration.ofDays(1),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            List.of());
    var event =
        new Event(
            EVENT,
            1,
            1,
            "acme",
            "c",
            "C",
            STARTS,
            ENDS,
            ZoneId.of("Europe/Paris"),
            policy,
            Event.State.PLANNED,
            false);
    var person = new Person(PERSON, 1, "ana", 1, "Ana", "en", null, List.of(), Profile.NONE, false);
    return new World(Map.of(EVENT, event), Map.of(PERSON, person), now);
  }
}
