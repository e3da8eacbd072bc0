package dev.rapport.events.event;

import dev.rapport.access.Fields;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event within a bulk request: its identifier beside what the single request has. */
record EventLine(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        @Nullable String event,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time")
        @Nullable String starts,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time")
        @Nullable String ends,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Paris")
        @Nullable String zone,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) EventBody.@Nullable SenderBody sender,
    @Nullable PolicyBody policy) {

  /** The body of a bulk request; lines are read one by one, so that a bad one harms no other. */
  @Schema(name = "EventLines")
  record Lines(
      @ArraySchema(schema = @Schema(implementation = EventLine.class), maxItems = 1000)
          @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<JsonNode> events) {}

  Events.Registration registration(String organiser) {
    var body = new EventBody(name, starts, ends, zone, sender, policy);
    return new Events.Registration(organiser, Fields.externalId("event", event), body.details());
  }
}
