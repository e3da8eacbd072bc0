package dev.rapport.events.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdgeTest {

  private static final int[] HERE_FOR_LONG = {9, 9, 9, 9, 9, 9};

  @Test
  void who_met_fewer_than_half_the_median_is_on_the_edge() {
    var edge = Edge.of(new int[] {10, 10, 12, 4, 5, 30}, new int[6], HERE_FOR_LONG);

    assertThat(edge.median()).isEqualTo(10);
    assertThat(edge.has(3)).isTrue();
    assertThat(edge.has(4)).isFalse();
    assertThat(edge.fewMet()).isEqualTo(1);
  }

  @Test
  void who_met_nobody_is_on_the_edge_however_few_the_others_met() {
    var edge = Edge.of(new int[] {0, 0, 0, 1, 1, 0}, new int[6], HERE_FOR_LONG);

    assertThat(edge.median()).isZero();
    assertThat(edge.fewMet()).isEqualTo(4);
    assertThat(edge.metNobody()).isEqualTo(4);
    assertThat(edge.isInTheGroup(3)).isTrue();
  }

  @Test
  void before_anyone_has_met_nobody_is_on_the_edge() {
    var edge = Edge.of(new int[6], HERE_FOR_LONG, HERE_FOR_LONG);

    assertThat(edge.fewMet() + edge.alone()).isZero();
    assertThat(edge.metNobody()).isEqualTo(6);
  }

  @Test
  void who_has_just_come_is_not_on_the_edge() {
    var edge = Edge.of(new int[] {0, 10, 10}, new int[] {0, 0, 0}, new int[] {0, 9, 9});

    assertThat(edge.has(0)).isFalse();
    assertThat(edge.isInTheGroup(0)).isFalse();
  }

  @Test
  void who_met_many_and_rests_is_not_alone() {
    var met = new int[] {10, 10, 7, 7};
    var edge = Edge.of(met, new int[] {5, 0, 3, 2}, new int[] {9, 9, 9, 9});

    assertThat(edge.has(0)).isFalse();
    assertThat(edge.has(2)).isFalse();
    assertThat(edge.alone()).isZero();

    var more =
        Edge.of(new int[] {10, 10, 10, 7, 7}, new int[] {5, 0, 0, 3, 2}, new int[] {9, 9, 9, 9, 9});
    assertThat(more.has(3)).isTrue();
    assertThat(more.has(4)).isFalse();
    assertThat(more.alone()).isEqualTo(1);
  }

  @Test
  void an_event_without_attendees_has_no_edge() {
    var edge = Edge.of(new int[0], new int[0], new int[0]);

    assertThat(edge.median()).isZero();
    assertThat(edge.fewMet()).isZero();
  }

  @Test
  void nobody_is_on_the_edge_and_in_the_group_and_half_of_all_are_not_on_the_edge() {
    var random = new Random(7);
    for (var run = 0; run < 200; run++) {
      var size = 1 + random.nextInt(50);
      var met = random.ints(size, 0, 1 + random.nextInt(30)).toArray();
      var idle = random.ints(size, 0, 6).toArray();
      var here = random.ints(size, 0, 9).toArray();
      var edge = Edge.of(met, idle, here);

      var sorted = Arrays.stream(met).sorted().toArray();
      assertThat(edge.median()).isEqualTo(sorted[(size - 1) / 2]);
      for (var i = 0; i < size; i++) {
        assertThat(edge.has(i) && edge.isInTheGroup(i)).isFalse();
        assertThat(edge.has(i) && met[i] >= edge.median() && met[i] > 0).isFalse();
      }
    }
  }
}
