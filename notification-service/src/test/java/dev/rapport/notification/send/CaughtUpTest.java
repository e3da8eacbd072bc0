package dev.rapport.notification.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaughtUpTest {

  private static final Instant T = Instant.parse("2026-06-04T12:00:00Z");

  private static CaughtUp<Integer> never() {
    return CaughtUp.never();
  }

  @Test
  void a_reader_at_the_end_is_caught_up_as_of_the_look() {
    var known = never().look(T, Map.of(0, 5L, 1, 0L), Map.of(0, 5L));
    assertThat(known.asOf()).isEqualTo(T);
  }

  @Test
  void a_reader_behind_is_not_caught_up() {
    var known = never().look(T, Map.of(0, 5L, 1, 7L), Map.of(0, 5L, 1, 6L));
    assertThat(known.asOf()).isNull();
  }

  @Test
  void ends_reached_later_prove_the_moment_at_which_they_were_read() {
    var known =
        never()
            .look(T, Map.of(0, 5L), Map.of(0, 3L))
            .look(T.plusSeconds(1), Map.of(0, 9L), Map.of(0, 4L))
            .look(T.plusSeconds(2), Map.of(0, 12L), Map.of(0, 6L));
    assertThat(known.asOf()).isEqualTo(T);
    // The ends of the third look are the next to be reached.
    assertThat(known.look(T.plusSeconds(3), Map.of(0, 20L), Map.of(0, 12L)).asOf())
        .isEqualTo(T.plusSeconds(2));
  }

  @Test
  void offsets_that_were_put_back_prove_nothing_new() {
    var known =
        never()
            .look(T, Map.of(0, 5L), Map.of(0, 5L))
            .look(T.plusSeconds(1), Map.of(0, 5L), Map.of(0, 0L));
    assertThat(known.asOf()).isEqualTo(T);
  }

  @Test
  void a_topic_without_partitions_proves_nothing() {
    assertThat(never().look(T, Map.of(), Map.of()).asOf()).isNull();
  }
}
