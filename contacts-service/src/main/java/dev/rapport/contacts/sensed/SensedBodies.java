package dev.rapport.contacts.sensed;

import dev.rapport.access.Bulk;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes over the wire about nearness and suggestions. */
final class SensedBodies {

  private static final Duration LONGEST = Duration.ofHours(24);

  private SensedBodies() {}

  /** Two badges, or people, near each other; exactly one of each pair of fields. */
  @Schema(name = "SensedLine")
  record IntervalBody(
      @Schema(minLength = 1, maxLength = 200) @Nullable String person,
      @Schema(minLength = 1, maxLength = 200) @Nullable String badge,
      @Schema(minLength = 1, maxLength = 200) @Nullable String other,
      @Schema(minLength = 1, maxLength = 200) @Nullable String otherBadge,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "The start, with an offset")
          @Nullable String from,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "The end, at most a day later")
          @Nullable String to) {

    Interval read() {
      var start = Fields.instant("from", from);
      var end = Fields.instant("to", to);
      if (!end.isAfter(start) || end.isAfter(start.plus(LONGEST))) {
        throw Problem.field("to", "is " + end, "a moment after 'from', at most a day");
      }
      return new Interval(
          who("person", person, badge), who("other", other, otherBadge), start, end);
    }

    private static Who who(String field, @Nullable String person, @Nullable String badge) {
      if ((person == null) == (badge == null)) {
        throw Problem.field(
            field, "and its badge are both " + (person == null ? "missing" : "there"), "one");
      }
      return person == null
          ? new Who.Badge(Fields.externalId("badge", badge))
          : new Who.Named(Fields.externalId(field, person));
    }
  }

  /** An interval as a platform tells it. */
  record Interval(Who one, Who other, Instant from, Instant to) {}

  /** One of the two. */
  sealed interface Who {

    /** By the platform's identifier. */
    record Named(String externalId) implements Who {}

    /** By the code on the badge. */
    record Badge(String code) implements Who {}
  }

  /** Many of them. */
  @Schema(name = "SensedBatch")
  record BatchBody(
      @ArraySchema(
              schema = @Schema(implementation = IntervalBody.class),
              maxItems = Bulk.MOST_LINES)
          @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<JsonNode> intervals) {}

  /** What became of a line. */
  @Schema(name = "Sensed")
  record SensedView(State state) {

    enum State {
      /** It is in the pair's sum, now or before. */
      noted,
      /** Not kept: one of the two is not known, or had not agreed to be sensed by then. */
      ignored
    }
  }

  /** Somebody whom the person may have met. */
  @Schema(name = "Suggestion")
  record SuggestionView(
      UUID id, String organiser, String event, UUID contact, String name, Instant lastNear) {}

  /** What the person said. */
  @Schema(name = "SuggestionAnswer")
  record AnswerView(UUID id, Suggestion.Answer answer) {}
}
