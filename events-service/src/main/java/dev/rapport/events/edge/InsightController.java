package dev.rapport.events.edge;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.events.event.Events;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organisers/{organiser}/events/{event}/insight")
@Tag(name = "insight")
class InsightController {

  private final Events events;
  private final Insights insights;

  InsightController(Events events, Insights insights) {
    this.events = events;
    this.insights = insights;
  }

  @GetMapping
  @Operation(
      summary = "Shows how people meet at an event: the blend and the edge, as numbers",
      description =
          "On the edge is, from one busy hour after they came, who has met fewer people than half the event's median, or fewer than the median and nobody for three busy hours. Counted anew at intervals; names nobody.")
  @ApiResponse(responseCode = "200", description = "The latest numbers")
  Insight getInsight(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    caller.mayActFor(Fields.externalId("organiser", organiser));
    return insights.of(events.get(organiser, Fields.externalId("event", event)).id());
  }
}
