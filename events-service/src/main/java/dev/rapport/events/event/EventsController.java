package dev.rapport.events.event;

import dev.rapport.access.Bulk;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.events.lines.Batch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organisers/{organiser}/events")
@Tag(name = "events")
class EventsController {

  private final Events events;
  private final Roster roster;
  private final Bulk bulk;

  EventsController(Events events, Roster roster, Bulk bulk) {
    this.events = events;
    this.roster = roster;
    this.bulk = bulk;
  }

  @PutMapping("/{event}")
  @Operation(summary = "Registers or revises an event; the same body again changes nothing")
  @ApiResponse(responseCode = "201", description = "Registered")
  @ApiResponse(responseCode = "200", description = "Revised, or unchanged")
  @ApiResponse(responseCode = "409", description = "The event is cancelled")
  ResponseEntity<EventView> putEvent(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @RequestBody EventBody body) {
    check(caller, organiser);
    var registration =
        new Events.Registration(organiser, Fields.externalId("event", event), body.details());
    var done = events.register(List.of(registration)).getFirst().orThrow();
    return ResponseEntity.status(done.created() ? 201 : 200).body(view(done.value()));
  }

  @PostMapping
  @Operation(summary = "Registers or revises up to 1,000 events; each line has its own answer")
  @ApiResponse(responseCode = "200", description = "One answer for each line, in their order")
  Bulk.Results<EventView> putEvents(
      Caller caller, @PathVariable String organiser, @RequestBody EventLine.Lines body) {
    check(caller, organiser);
    return Batch.answer(
        bulk.read(body.events(), "events", EventLine.class),
        line -> line.registration(organiser),
        registrations -> {
          var outcomes = events.register(registrations);
          return outcomes.stream().map(outcome -> outcome.map(this::view)).toList();
        });
  }

  @GetMapping("/{event}")
  @Operation(summary = "Shows an event with its life and its coverage over all attendees")
  @ApiResponse(responseCode = "200", description = "The event")
  EventView getEvent(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    check(caller, organiser);
    return view(events.get(organiser, event));
  }

  @GetMapping
  @Operation(summary = "Lists an organiser's events")
  @ApiResponse(responseCode = "200", description = "A page of events")
  Page<EventView> listEvents(
      Caller caller,
      @PathVariable String organiser,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
          @RequestParam(required = false)
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    check(caller, organiser);
    var most = Page.limit(limit);
    var page =
        Page.of(
            events.list(organiser, Page.after(cursor), most + 1),
            most,
            event -> event.id().toString());
    return new Page<>(views(page.items()), page.next());
  }

  @PostMapping("/{event}/end")
  @Operation(summary = "Ends an event now; repeating it changes nothing")
  @ApiResponse(responseCode = "200", description = "Ended")
  @ApiResponse(responseCode = "409", description = "Not started yet, or cancelled")
  EventView endEvent(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    check(caller, organiser);
    return view(events.end(organiser, event));
  }

  @PostMapping("/{event}/cancel")
  @Operation(summary = "Cancels an event for good; repeating it changes nothing")
  @ApiResponse(responseCode = "200", description = "Cancelled")
  @ApiResponse(responseCode = "409", description = "Closed already")
  EventView cancelEvent(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    check(caller, organiser);
    return view(events.cancel(organiser, event));
  }

  @PostMapping("/{event}/hold")
  @Operation(
      summary = "Holds the sending: no mail of the event starts ten seconds after the answer",
      description =
          "What is held stays planned and moves to a later day when its own passes; a follow-up whose deadline comes meanwhile ends. Repeating it changes nothing.")
  @ApiResponse(responseCode = "200", description = "Held")
  @ApiResponse(responseCode = "409", description = "The event is cancelled")
  @ApiResponse(responseCode = "503", description = "Held, but not told to all yet; repeat it")
  EventView holdEvent(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    check(caller, organiser);
    return view(events.hold(organiser, event, true));
  }

  @PostMapping("/{event}/resume")
  @Operation(summary = "Lets the sending go on; repeating it changes nothing")
  @ApiResponse(responseCode = "200", description = "Not held")
  @ApiResponse(responseCode = "409", description = "The event is cancelled")
  @ApiResponse(responseCode = "503", description = "Resumed, but not told to all yet; repeat it")
  EventView resumeEvent(Caller caller, @PathVariable String organiser, @PathVariable String event) {
    check(caller, organiser);
    return view(events.hold(organiser, event, false));
  }

  private static void check(Caller caller, String organiser) {
    caller.mayActFor(Fields.externalId("organiser", organiser));
  }

  private EventView view(Event event) {
    return views(List.of(event)).getFirst();
  }

  private List<EventView> views(List<Event> found) {
    var attendees = roster.attendees(found.stream().map(Event::id).toList());
    return found.stream()
        .map(event -> EventView.of(event, attendees.getOrDefault(event.id(), 0L)))
        .toList();
  }
}
