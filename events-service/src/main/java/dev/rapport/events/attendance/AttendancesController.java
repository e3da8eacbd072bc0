package dev.rapport.events.attendance;

import dev.rapport.access.Bulk;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.events.lines.Batch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organisers/{organiser}/events/{event}/attendances")
@Tag(name = "attendances")
class AttendancesController {

  private final Events events;
  private final Attendances attendances;
  private final AttendanceStore store;
  private final Bulk bulk;

  AttendancesController(Events events, Attendances attendances, AttendanceStore store, Bulk bulk) {
    this.events = events;
    this.attendances = attendances;
    this.store = store;
    this.bulk = bulk;
  }

  @PutMapping("/{person}")
  @Operation(
      summary = "Registers or revises an attendance; the same body again changes nothing",
      description =
          "What is left out stays as it is. The person need not be known yet. Whoever had cancelled attends again.")
  @ApiResponse(responseCode = "201", description = "Registered")
  @ApiResponse(responseCode = "200", description = "Revised, or unchanged")
  @ApiResponse(responseCode = "409", description = "A badge is in use by another person")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  ResponseEntity<AttendanceView> putAttendance(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable String person,
      @RequestBody AttendanceBody body) {
    var id = event(caller, organiser, event);
    var registration =
        new Attendances.Registration(Fields.externalId("person", person), body.said());
    var done = attendances.register(id, List.of(registration)).getFirst().orThrow();
    return ResponseEntity.status(done.created() ? 201 : 200).body(AttendanceView.of(done.value()));
  }

  @PostMapping
  @Operation(summary = "Registers or revises up to 1,000 attendances; each line has its own answer")
  @ApiResponse(responseCode = "200", description = "One answer for each line, in their order")
  Bulk.Results<AttendanceView> putAttendances(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @RequestBody AttendanceBody.Lines body) {
    var id = event(caller, organiser, event);
    return Batch.answer(
        bulk.read(body.attendances(), "attendances", AttendanceBody.Line.class),
        AttendanceBody.Line::registration,
        registrations -> {
          var outcomes = attendances.register(id, registrations);
          return outcomes.stream().map(outcome -> outcome.map(AttendanceView::of)).toList();
        });
  }

  @GetMapping
  @Operation(summary = "Lists the attendances of an event, cancelled ones included")
  @ApiResponse(responseCode = "200", description = "A page of attendances")
  Page<AttendanceView> listAttendances(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
          @RequestParam(required = false)
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var id = event(caller, organiser, event);
    var most = Page.limit(limit);
    var page =
        Page.of(
            store.list(id, Page.after(cursor), most + 1),
            most,
            attendance -> attendance.id().toString());
    return new Page<>(page.items().stream().map(AttendanceView::of).toList(), page.next());
  }

  @GetMapping("/{person}")
  @Operation(summary = "Shows an attendance")
  @ApiResponse(responseCode = "200", description = "The attendance")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  AttendanceView getAttendance(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable String person) {
    var id = event(caller, organiser, event);
    return AttendanceView.of(attendances.get(id, Fields.externalId("person", person)));
  }

  @DeleteMapping("/{person}")
  @Operation(summary = "Cancels an attendance; repeating it changes nothing")
  @ApiResponse(responseCode = "200", description = "Cancelled")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  AttendanceView cancelAttendance(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable String person) {
    var id = event(caller, organiser, event);
    return AttendanceView.of(attendances.cancel(id, Fields.externalId("person", person)));
  }

  private Event.Id event(Caller caller, String organiser, String event) {
    caller.mayActFor(Fields.externalId("organiser", organiser));
    return events.get(organiser, Fields.externalId("event", event)).id();
  }
}
