package dev.rapport.events.plan;

import dev.rapport.access.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the page's form sends it: numbers as text, lists a line each. Whom to meet by name is
 * the platform's to say, and stays.
 */
public record PlanForm(
    @Nullable String peopleMet,
    @Nullable String newcomers,
    @Nullable String topics,
    @Nullable String virtualShare,
    @Nullable String followUpsInTime,
    @Nullable String seeks,
    @Nullable String offers,
    @Nullable String openers) {

  /** Reads it, or says which field is not right. */
  Plan plan(Plan before) {
    var goals =
        new PlanBody.GoalsBody(
            number("peopleMet", peopleMet),
            number("newcomers", newcomers),
            List.copyOf(before.goals().people()),
            lines(topics),
            number("virtualShare", virtualShare),
            number("followUpsInTime", followUpsInTime));
    return new PlanBody(goals, lines(seeks), lines(offers), lines(openers)).plan();
  }

  private static @Nullable Integer number(String field, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(given.strip());
    } catch (NumberFormatException e) {
      throw Problem.field(field, "is no number", "a whole number");
    }
  }

  private static List<String> lines(@Nullable String given) {
    return given == null
        ? List.of()
        : Arrays.stream(given.split("\\R", -1))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
  }
}
