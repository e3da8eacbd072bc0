package dev.rapport.events.plan;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.events.plan.Plan.Goals;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A plan over HTTP; what is left out is no part of it. */
record PlanBody(
    @Nullable GoalsBody goals,
    @ArraySchema(schema = @Schema(minLength = 1, maxLength = 100), maxItems = 20)
        @Nullable List<@Nullable String> seeks,
    @ArraySchema(schema = @Schema(minLength = 1, maxLength = 100), maxItems = 20)
        @Nullable List<@Nullable String> offers,
    @ArraySchema(schema = @Schema(minLength = 1, maxLength = 300), maxItems = 10)
        @Nullable List<@Nullable String> openers) {

  private static final int MOST_TOPICS = 20;
  private static final int MOST_PEOPLE = 50;
  private static final int MOST_OPENERS = 10;

  /** What success looks like. */
  @Schema(name = "Goals")
  record GoalsBody(
      @Schema(description = "People to meet; both must say so", minimum = "1", maximum = "10000")
          @Nullable Integer peopleMet,
      @Schema(description = "Of them, here for the first time", minimum = "1", maximum = "10000")
          @Nullable Integer newcomers,
      @ArraySchema(
              arraySchema = @Schema(description = "Whom to meet, by the platform's identifiers"),
              schema = @Schema(minLength = 1, maxLength = 200),
              maxItems = 50)
          @Nullable List<@Nullable String> people,
      @ArraySchema(
              arraySchema = @Schema(description = "On each of which to meet somebody"),
              schema = @Schema(minLength = 1, maxLength = 100),
              maxItems = 20)
          @Nullable List<@Nullable String> topics,
      @Schema(
              description = "The least share of meetings online, in percent",
              minimum = "1",
              maximum = "100")
          @Nullable Integer virtualShare,
      @Schema(description = "Follow-ups done in time", minimum = "1", maximum = "10000")
          @Nullable Integer followUpsInTime) {

    Goals goals() {
      return new Goals(
          number("goals.peopleMet", peopleMet, 10_000),
          number("goals.newcomers", newcomers, 10_000),
          lines("goals.people", people, MOST_PEOPLE, 200),
          lines("goals.topics", topics, MOST_TOPICS, 100),
          number("goals.virtualShare", virtualShare, 100),
          number("goals.followUpsInTime", followUpsInTime, 10_000));
    }
  }

  /** A plan within a bulk request. */
  @Schema(name = "PlanLine")
  record Line(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String person,
      @Nullable GoalsBody goals,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 100), maxItems = 20)
          @Nullable List<@Nullable String> seeks,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 100), maxItems = 20)
          @Nullable List<@Nullable String> offers,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 300), maxItems = 10)
          @Nullable List<@Nullable String> openers) {

    Plans.Said said() {
      return new Plans.Said(
          Fields.externalId("person", person), new PlanBody(goals, seeks, offers, openers).plan());
    }
  }

  /** The body of a bulk request; lines are read one by one, so that a bad one harms no other. */
  @Schema(name = "PlanLines")
  record Lines(
      @ArraySchema(schema = @Schema(implementation = Line.class), maxItems = 1000)
          @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<JsonNode> plans) {}

  Plan plan() {
    return new Plan(
        goals == null ? Goals.NONE : goals.goals(),
        lines("seeks", seeks, MOST_TOPICS, 100),
        lines("offers", offers, MOST_TOPICS, 100),
        lines("openers", openers, MOST_OPENERS, 300));
  }

  private static @Nullable Integer number(String field, @Nullable Integer given, int most) {
    if (given != null && (given < 1 || given > most)) {
      throw Problem.field(field, "is " + given, "between 1 and " + most);
    }
    return given;
  }

  private static List<String> lines(
      String field, @Nullable List<@Nullable String> given, int most, int longest) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > most) {
      throw Problem.field(field, "has %d entries".formatted(given.size()), "at most " + most);
    }
    var lines = new ArrayList<String>();
    for (var line : given) {
      lines.add(Fields.line(field, line, longest));
    }
    return List.copyOf(lines);
  }
}
