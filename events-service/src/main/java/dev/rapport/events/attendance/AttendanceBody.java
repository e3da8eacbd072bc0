package dev.rapport.events.attendance;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the platform sends about an attendance; what it leaves out stays as it is. */
record AttendanceBody(
    @ArraySchema(
            schema = @Schema(minLength = 1, maxLength = 200),
            arraySchema = @Schema(description = "The codes valid from now on; all others are not"),
            maxItems = 20,
            uniqueItems = true)
        @Nullable List<@Nullable String> badges,
    @Schema(description = "Here for the first time", defaultValue = "false")
        @Nullable Boolean newcomer,
    @Schema(
            allowableValues = {"attendee", "speaker", "exhibitor"},
            defaultValue = "attendee")
        @Nullable String role) {

  private static final int MOST_BADGES = 20;

  /** One attendance within a bulk request. */
  @Schema(name = "AttendanceLine")
  record Line(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String person,
      @ArraySchema(
              schema = @Schema(minLength = 1, maxLength = 200),
              maxItems = 20,
              uniqueItems = true)
          @Nullable List<@Nullable String> badges,
      @Nullable Boolean newcomer,
      @Schema(allowableValues = {"attendee", "speaker", "exhibitor"}) @Nullable String role) {

    Attendances.Registration registration() {
      return new Attendances.Registration(
          Fields.externalId("person", person), new AttendanceBody(badges, newcomer, role).said());
    }
  }

  /** The body of a bulk request; lines are read one by one, so that a bad one harms no other. */
  @Schema(name = "AttendanceLines")
  record Lines(
      @ArraySchema(schema = @Schema(implementation = Line.class), maxItems = 1000)
          @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<JsonNode> attendances) {}

  Attendance.Said said() {
    return new Attendance.Said(codes(), newcomer, checkedRole());
  }

  private Attendance.@Nullable Role checkedRole() {
    return role == null
        ? null
        : Attendance.Role.named(role)
            .orElseThrow(
                () ->
                    Problem.field(
                        "role", "is not known", "one of attendee, speaker and exhibitor"));
  }

  private @Nullable List<String> codes() {
    if (badges == null) {
      return null;
    }
    if (badges.size() > MOST_BADGES) {
      throw Problem.field(
          "badges", "has %d codes".formatted(badges.size()), "at most " + MOST_BADGES);
    }
    var codes = new ArrayList<String>();
    for (var badge : badges) {
      codes.add(Fields.externalId("badges", badge));
    }
    if (new HashSet<>(codes).size() < codes.size()) {
      throw Problem.field("badges", "names a code twice", "each code once");
    }
    return codes;
  }
}
