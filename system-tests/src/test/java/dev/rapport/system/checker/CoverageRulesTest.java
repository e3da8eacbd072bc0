package dev.rapport.system.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.checker.Observation.EventSeen;
import dev.rapport.system.checker.Observation.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageRulesTest {

  private final GoodConference conference = new GoodConference();
  private final EventSeen good = conference.coverage();

  @Test
  void an_event_that_has_not_closed_is_objected_to() {
    conference.event = event("FOLLOWING_UP", 9, 2, good.people(), 12, 1, good.byOutcome());
    objectsOnlyTo(Objection.NotClosed.class);
  }

  @Test
  void a_closed_event_that_counts_open_follow_ups_is_objected_to() {
    conference.event = event("CLOSED", 9, 2, good.people(), 12, 1, good.byOutcome());
    objectsOnlyTo(Objection.OpenThoughClosed.class);
  }

  @Test
  void a_closed_event_that_waits_for_people_is_objected_to() {
    conference.event = event("CLOSED", 9, 2, new People(7, 6, 1, 1), 12, 0, good.byOutcome());
    objectsOnlyTo(Objection.OpenThoughClosed.class);
  }

  @Test
  void other_numbers_of_follow_ups_or_attendees_are_miscounted() {
    conference.event = event("CLOSED", 9, 2, good.people(), 14, 0, good.byOutcome());
    objectsOnlyTo(Objection.Miscounted.class);
    conference.event = event("CLOSED", 8, 2, good.people(), 12, 0, good.byOutcome());
    objectsOnlyTo(Objection.Miscounted.class);
  }

  @Test
  void another_number_of_people_who_met_nobody_is_miscounted() {
    conference.event = event("CLOSED", 9, 1, good.people(), 12, 0, good.byOutcome());
    objectsOnlyTo(Objection.Miscounted.class);
  }

  @Test
  void other_numbers_of_people_who_met_are_miscounted() {
    conference.event = event("CLOSED", 9, 2, new People(6, 6, 1, 0), 12, 0, good.byOutcome());
    objectsOnlyTo(Objection.Miscounted.class);
    conference.event = event("CLOSED", 9, 2, new People(7, 7, 0, 0), 12, 0, good.byOutcome());
    objectsOnlyTo(Objection.Miscounted.class);
  }

  @Test
  void other_outcomes_than_those_of_the_follow_ups_are_miscounted() {
    Map<String, Long> other = new HashMap<>(good.byOutcome());
    other.merge("sent", 1L, Long::sum);
    other.merge("missed", -1L, Long::sum);
    conference.event = event("CLOSED", 9, 2, good.people(), 12, 0, other);
    objectsOnlyTo(Objection.Miscounted.class);
  }

  @Test
  void an_insight_that_tells_other_numbers_than_the_ledger_is_miscounted() {
    CrowdSeen told = conference.insight();
    for (CrowdSeen other :
        List.of(
            crowd(told.meetings() + 1, 2, 2, 1),
            crowd(told.meetings(), 1, 2, 1),
            crowd(told.meetings(), 2, 3, 1),
            crowd(told.meetings(), 2, 2, 2))) {
      conference.crowd = other;
      objectsOnlyTo(Objection.Miscounted.class);
    }
  }

  @Test
  void a_plan_counts_those_meetings_that_both_reported() {
    conference.plans.add(new PlanSeen("ben", 2, 3, 1));
    assertThat(conference.judge()).isEmpty();
    conference.plans.set(0, new PlanSeen("ben", 3, 3, 1));
    objectsOnlyTo(Objection.Miscounted.class);
    conference.plans.set(0, new PlanSeen("cem", 1, 3, 1));
    objectsOnlyTo(Objection.Miscounted.class);
  }

  private static CrowdSeen crowd(long meetings, long metNobody, long fewMet, long median) {
    return new CrowdSeen(
        meetings, metNobody, 3, fewMet, median, new CrowdSeen.Blend(meetings, 0, 0), List.of());
  }

  private static EventSeen event(
      String state,
      int attendees,
      int metNobody,
      People people,
      long total,
      long open,
      Map<String, Long> byOutcome) {
    return new EventSeen(state, attendees, metNobody, people, total, open, byOutcome);
  }

  private void objectsOnlyTo(Class<? extends Objection> kind) {
    assertThat(conference.judge()).isNotEmpty().hasOnlyElementsOfType(kind);
  }
}
