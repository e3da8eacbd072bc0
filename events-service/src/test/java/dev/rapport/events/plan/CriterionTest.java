package dev.rapport.events.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.plan.Facts.Encounter;
import dev.rapport.events.plan.Plan.Goals;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CriterionTest {

  private static final Facts FACTS =
      new Facts(
          List.of(
              new Encounter("ben", true, false, Set.of("trains")),
              new Encounter("cy", false, true, Set.of("ships")),
              new Encounter("", false, false, Set.of())),
          4);

  @Test
  void every_goal_is_measured() {
    var goals = new Goals(2, 2, List.of("ben", "dee"), List.of("Ships", "cake"), 30, 5);

    assertThat(Criterion.of(goals, FACTS))
        .containsExactly(
            new Criterion("peopleMet", 2, 3, true, List.of()),
            new Criterion("newcomers", 2, 1, false, List.of()),
            new Criterion("people", 2, 1, false, List.of("dee")),
            new Criterion("topics", 2, 1, false, List.of("cake")),
            new Criterion("virtualShare", 30, 33, true, List.of()),
            new Criterion("followUpsInTime", 5, 4, false, List.of()));
  }

  @Test
  void what_is_no_goal_is_not_measured() {
    assertThat(Criterion.of(Goals.NONE, FACTS)).isEmpty();
  }

  @Test
  void who_met_nobody_has_no_blend() {
    assertThat(new Facts(List.of(), 0).virtualShare()).isZero();
  }
}
