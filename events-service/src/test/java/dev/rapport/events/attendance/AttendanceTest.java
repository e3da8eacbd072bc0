package dev.rapport.events.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.Problem;
import dev.rapport.events.attendance.Attendance.Badge;
import dev.rapport.events.attendance.Attendance.Role;
import dev.rapport.events.attendance.Attendance.Said;
import dev.rapport.events.event.Event;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttendanceTest {

  private static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Said NOTHING = new Said(null, null, null);

  @Test
  void a_new_attendance_takes_the_defaults() {
    var attendance = registered(NOTHING);
    assertThat(attendance.rev()).isEqualTo(1);
    assertThat(attendance.role()).isEqualTo(Role.ATTENDEE);
    assertThat(attendance.newcomer()).isFalse();
    assertThat(attendance.badges()).isEmpty();
  }

  @Test
  void saying_it_again_changes_nothing() {
    var attendance = registered(new Said(List.of("A"), true, Role.SPEAKER));
    assertThat(attendance.revised(new Said(List.of("A"), true, Role.SPEAKER), LATER))
        .isSameAs(attendance);
    assertThat(attendance.revised(NOTHING, LATER)).isSameAs(attendance);
  }

  @Test
  void a_reprint_ends_the_badge_before_and_keeps_it() {
    var reprinted = registered(new Said(List.of("A"), null, null)).revised(badges("B"), LATER);
    assertThat(reprinted.badges())
        .containsExactly(new Badge("A", NOW, LATER), new Badge("B", LATER, null));
    assertThat(reprinted.validCodes()).containsExactly("B");
    assertThat(reprinted.rev()).isEqualTo(2);
  }

  @Test
  void a_badge_beside_another_ends_neither() {
    var two = registered(badges("A")).revised(badges("B", "A"), LATER);
    assertThat(two.validCodes()).containsExactly("A", "B");
    assertThat(two.badges().getFirst().from()).isEqualTo(NOW);
  }

  @Test
  void a_badge_that_comes_back_has_a_second_time() {
    var back =
        registered(badges("A"))
            .revised(badges(), LATER)
            .revised(badges("A"), LATER.plusSeconds(60));
    assertThat(back.badges())
        .containsExactly(new Badge("A", NOW, LATER), new Badge("A", LATER.plusSeconds(60), null));
  }

  @Test
  void cancelling_takes_the_badges_back_and_can_be_repeated() {
    var cancelled = registered(badges("A")).cancel(LATER);
    assertThat(cancelled.cancelled()).isTrue();
    assertThat(cancelled.validCodes()).isEmpty();
    assertThat(cancelled.cancel(LATER.plusSeconds(1))).isSameAs(cancelled);
  }

  @Test
  void whoever_registers_again_attends_again() {
    var back = registered(badges("A")).cancel(LATER).revised(NOTHING, LATER);
    assertThat(back.cancelled()).isFalse();
    assertThat(back.rev()).isEqualTo(3);
  }

  @Test
  void bad_fields_are_named() {
    refused("role", new AttendanceBody(null, null, "king"));
    refused("badges", new AttendanceBody(List.of("A", "A"), null, null));
    refused("badges", new AttendanceBody(List.of(""), null, null));
    refused("badges", new AttendanceBody(List.of("a\nb"), null, null));
    refused("badges", new AttendanceBody(Arrays.asList("A", null), null, null));
    refused("badges", new AttendanceBody(Collections.nCopies(21, "x"), null, null));
    refused("badges", new AttendanceBody(List.of("x".repeat(201)), null, null));
  }

  private static void refused(String field, AttendanceBody body) {
    assertThatThrownBy(body::said)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("'" + field + "'");
  }

  private static Said badges(String... codes) {
    return new Said(List.of(codes), null, null);
  }

  private static Attendance registered(Said said) {
    return Attendance.registered(
        new Attendance.Id(new UUID(1, 1)),
        new Event.Id(new UUID(2, 2)),
        new UUID(3, 3),
        "ada",
        said,
        NOW);
  }
}
