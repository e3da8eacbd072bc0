package dev.rapport.events.plan;

import dev.rapport.events.profile.Profile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A goal and how far it is reached.
 *
 * @param open what is missing of it, where that can be named: people and topics
 */
record Criterion(
    @Schema(
            allowableValues = {
              "peopleMet",
              "newcomers",
              "people",
              "topics",
              "virtualShare",
              "followUpsInTime"
            })
        String goal,
    int planned,
    int reached,
    boolean done,
    List<String> open) {

  Criterion {
    open = List.copyOf(open);
  }

  /** Measures all goals of a plan; those that it does not have are left out. */
  static List<Criterion> of(Plan.Goals goals, Facts facts) {
    var criteria = new ArrayList<Criterion>();
    count(criteria, "peopleMet", goals.peopleMet(), facts.met().size());
    count(criteria, "newcomers", goals.newcomers(), (int) facts.newcomers());
    named(criteria, "people", goals.people(), facts::knows);
    named(criteria, "topics", goals.topics(), topic -> facts.talkedAbout(Profile.folded(topic)));
    count(criteria, "virtualShare", goals.virtualShare(), facts.virtualShare());
    count(criteria, "followUpsInTime", goals.followUpsInTime(), facts.followUpsInTime());
    return List.copyOf(criteria);
  }

  private static void count(
      List<Criterion> criteria, String goal, @Nullable Integer planned, int reached) {
    if (planned != null) {
      criteria.add(new Criterion(goal, planned, reached, reached >= planned, List.of()));
    }
  }

  private static void named(
      List<Criterion> criteria, String goal, List<String> planned, Predicate<String> reached) {
    if (!planned.isEmpty()) {
      var open = planned.stream().filter(reached.negate()).toList();
      criteria.add(
          new Criterion(goal, planned.size(), planned.size() - open.size(), open.isEmpty(), open));
    }
  }
}
