package dev.rapport.contacts.report;

import dev.rapport.access.Bulk;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.meeting.Report.How;
import dev.rapport.contacts.report.ReportRequest.Target;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes over the wire about reports. */
final class ReportBodies {

  private ReportBodies() {}

  /** A scan or a click; exactly one of contact and badge. */
  @Schema(name = "ReportLine")
  record ReportBody(
      @Schema(
              minLength = 1,
              maxLength = 200,
              description = "The client's idempotency key; absent: what was scanned and when")
          @Nullable String key,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String reporter,
      @Schema(minLength = 1, maxLength = 200) @Nullable String contact,
      @Schema(minLength = 1, maxLength = 200) @Nullable String badge,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"faceToFace", "virtual"})
          @Nullable String how,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "When they met, with an offset")
          @Nullable String at) {

    ReportRequest read() {
      return new ReportRequest(
          key == null ? null : Fields.externalId("key", key),
          Fields.externalId("reporter", reporter),
          target(),
          readHow(),
          Fields.instant("at", at).truncatedTo(ChronoUnit.MILLIS));
    }

    private Target target() {
      if (contact != null && badge == null) {
        return new Target.Contact(Fields.externalId("contact", contact));
      }
      if (badge != null && contact == null) {
        return new Target.BadgeCode(Fields.externalId("badge", badge));
      }
      throw Problem.field(
          "contact",
          contact == null ? "and 'badge' are both missing" : "and 'badge' are both there",
          "exactly one of the two");
    }

    private How readHow() {
      return switch (Fields.required("how", how)) {
        case "faceToFace" -> How.faceToFace;
        case "virtual" -> How.virtual;
        default -> throw Problem.field("how", "is no known way to meet", "faceToFace or virtual");
      };
    }
  }

  /** Many of them. */
  @Schema(name = "ReportBatch")
  record BatchBody(
      @ArraySchema(schema = @Schema(implementation = ReportBody.class), maxItems = Bulk.MOST_LINES)
          @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<JsonNode> reports) {}

  /** How a report stands. */
  @Schema(name = "Report")
  record ReportView(UUID report, State state, @Nullable UUID meeting) {}

  /** How a report stands. */
  enum State {
    /** It stands in its meeting. */
    counted,
    /** Its badge is not known yet. */
    waiting,
    /** It is undone, or its badge stayed unknown. */
    notCounted,
    /** It has just been undone, or was before. */
    undone
  }
}
