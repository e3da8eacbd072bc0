package dev.rapport.events.plan;

import dev.rapport.access.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static final List<String> FIELDS =
      List.of(
          "peopleMet",
          "newcomers",
          "topics",
          "virtualShare",
          "followUpsInTime",
          "seeks",
          "offers",
          "openers");

  /** Returns what was typed into a field. */
  String typed(String field) {
    var text =
        switch (field) {
          case "peopleMet" -> peopleMet;
          case "newcomers" -> newcomers;
          case "topics" -> topics;
          case "virtualShare" -> virtualShare;
          case "followUpsInTime" -> followUpsInTime;
          case "seeks" -> seeks;
          case "offers" -> offers;
          case "openers" -> openers;
          default -> throw new IllegalArgumentException("The form has no field " + field);
        };
    return text == null ? "" : text;
  }

  /** Returns the fields that are not right. */
  Set<String> wrong() {
    return FIELDS.stream().filter(field -> only(field).isWrong()).collect(Collectors.toSet());
  }

  private boolean isWrong() {
    try {
      plan(Plan.NONE);
      return false;
    } catch (Problem problem) {
      return true;
    }
  }

  private PlanForm only(String field) {
    return new PlanForm(
        field.equals("peopleMet") ? peopleMet : null,
        field.equals("newcomers") ? newcomers : null,
        field.equals("topics") ? topics : null,
        field.equals("virtualShare") ? virtualShare : null,
        field.equals("followUpsInTime") ? followUpsInTime : null,
        field.equals("seeks") ? seeks : null,
        field.equals("offers") ? offers : null,
        field.equals("openers") ? openers : null);
  }

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
