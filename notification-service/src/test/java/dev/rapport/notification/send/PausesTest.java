package dev.rapport.notification.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Route;
import dev.rapport.notification.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final Instant NOW = Instant.parse("2026-06-04T12:00:00Z");
  private static final Duration LONG = Duration.ofDays(365);

  private static Notification notification(Duration left, int doubts) {
    return new Notification(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Purpose.INVITE,
        LocalDate.parse("2026-06-04"),
        new Window(NOW.minusSeconds(60), NOW.plus(left)),
        NOW,
        Notification.Stage.CLAIMED,
        List.of(),
        0,
        doubts,
        Route.NONE,
        1);
  }

  private static Duration pause(long speed, Notification notification, int failures) {
    var next = TestClocks.pauses(NOW, speed).next(notification, failures);
    return Duration.between(TestClocks.MACHINE, next);
  }

  private static List<Duration> pauses(long speed) {
    return IntStream.range(0, 8)
        .mapToObj(failures -> pause(speed, notification(LONG, 0), failures))
        .toList();
  }

  @Test
  void pauses_double_from_five_minutes_to_two_hours() {
    assertThat(pauses(1))
        .extracting(Duration::toMinutes)
        .containsExactly(5L, 10L, 20L, 40L, 80L, 120L, 120L, 120L);
  }

  @Test
  void pauses_shrink_with_the_clock_but_no_server_is_asked_more_often_than_ten_times_a_second() {
    assertThat(pauses(100)).extracting(Duration::toMillis).startsWith(3_000L, 6_000L, 12_000L);
    assertThat(pauses(100_000))
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_200L, 3_200L, 3_200L);
  }

  @Test
  void a_pause_ends_when_the_window_closes() {
    var closing = notification(Duration.ofMinutes(7), 0);
    assertThat(pause(1, closing, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(pause(1, closing, 3)).isEqualTo(Duration.ofMinutes(7).plusMillis(1));
    assertThat(pause(60, closing, 3)).isEqualTo(Duration.ofSeconds(7).plusMillis(1));
  }

  @Test
  void a_closed_window_or_a_doubt_cuts_nothing() {
    assertThat(pause(1, notification(Duration.ZERO, 0), 3)).isEqualTo(Duration.ofMinutes(40));
    assertThat(pause(1, notification(Duration.ofMinutes(7), 1), 3))
        .isEqualTo(Duration.ofMinutes(40));
  }
}
