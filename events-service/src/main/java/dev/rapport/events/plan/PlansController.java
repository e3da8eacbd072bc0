package dev.rapport.events.plan;

import dev.rapport.access.Bulk;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.events.lines.Batch;
import dev.rapport.events.person.People;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organisers/{organiser}/events/{event}/plans")
@Tag(name = "plans")
class PlansController {

  private final Events events;
  private final People people;
  private final Plans plans;
  private final Bulk bulk;

  PlansController(Events events, People people, Plans plans, Bulk bulk) {
    this.events = events;
    this.people = people;
    this.plans = plans;
    this.bulk = bulk;
  }

  @PutMapping("/{person}")
  @Operation(summary = "Keeps somebody's plan for an event; the same body again changes nothing")
  @ApiResponse(responseCode = "201", description = "The first plan")
  @ApiResponse(responseCode = "200", description = "Instead of the one before")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  ResponseEntity<PlanView> putPlan(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable String person,
      @RequestBody PlanBody body) {
    caller.mayBe(Fields.externalId("person", person));
    var said = new Plans.Said(person, body.plan());
    var at = event(organiser, event);
    var done = plans.keep(at, List.of(said)).getFirst().orThrow();
    return ResponseEntity.status(done.created() ? 201 : 200)
        .body(plans.view(at, person, done.value().personId()));
  }

  @PostMapping
  @Operation(summary = "Keeps up to 1,000 plans; each line has its own answer")
  @ApiResponse(responseCode = "200", description = "One answer for each line, in their order")
  Bulk.Results<Plans.Planned> putPlans(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @RequestBody PlanBody.Lines body) {
    caller.mustBePlatform();
    var at = event(organiser, event);
    return Batch.answer(
        bulk.read(body.plans(), "plans", PlanBody.Line.class),
        PlanBody.Line::said,
        said -> plans.keep(at, said));
  }

  @GetMapping("/{person}")
  @Operation(
      summary = "Shows a plan, how far it is, and whom the person knows of those who attend",
      description =
          "Only meetings that both reported count. After the event it is a review: planned, reached, still open.")
  @ApiResponse(responseCode = "200", description = "The plan; empty where there is none")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  PlanView getPlan(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable String person) {
    caller.mayBe(Fields.externalId("person", person));
    return plans.view(event(organiser, event), person, people.inForce(person));
  }

  private Event event(String organiser, String event) {
    return events.get(Fields.externalId("organiser", organiser), Fields.externalId("event", event));
  }
}
