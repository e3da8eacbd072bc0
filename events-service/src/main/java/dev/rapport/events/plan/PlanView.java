package dev.rapport.events.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan with how far it is.
 *
 * @param phase before, during or after the event; afterwards the criteria are its review
 * @param virtualShare of the meetings so far, in percent; null before the first
 * @param there whom they know of those who attend
 */
@Schema(name = "PlanWithProgress")
record PlanView(
    String person,
    @Schema(allowableValues = {"before", "during", "after"}) String phase,
    PlanShown plan,
    List<Criterion> criteria,
    int met,
    @Nullable Integer virtualShare,
    List<Acquaintance> there) {

  /** The plan as it was said. */
  @Schema(name = "Plan")
  record PlanShown(
      GoalsShown goals, List<String> seeks, List<String> offers, List<String> openers) {

    static PlanShown of(Plan plan) {
      var goals = plan.goals();
      return new PlanShown(
          new GoalsShown(
              goals.peopleMet(),
              goals.newcomers(),
              goals.people(),
              goals.topics(),
              goals.virtualShare(),
              goals.followUpsInTime()),
          plan.seeks(),
          plan.offers(),
          plan.openers());
    }
  }

  /** The goals as they were said. */
  @Schema(name = "GoalsShown")
  record GoalsShown(
      @Nullable Integer peopleMet,
      @Nullable Integer newcomers,
      List<String> people,
      List<String> topics,
      @Nullable Integer virtualShare,
      @Nullable Integer followUpsInTime) {}
}
