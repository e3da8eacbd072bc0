package dev.rapport.contacts.interaction;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.contacts.interaction.Interacting.Taken;
import dev.rapport.contacts.interaction.InteractionBodies.InteractionBody;
import dev.rapport.contacts.interaction.InteractionBodies.InteractionView;
import dev.rapport.contacts.interaction.InteractionBodies.MetBody;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.RefusesTheErased;
import dev.rapport.contacts.person.Seat;
import dev.rapport.contacts.person.Seats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person logs of being in touch with their contacts. */
@RestController
@RequestMapping("/people/{person}/contacts")
class InteractionsController {

  private final Interacting interacting;
  private final Interactions interactions;
  private final Seats seats;

  InteractionsController(Interacting interacting, Interactions interactions, Seats seats) {
    this.interacting = interacting;
    this.interactions = interactions;
    this.seats = seats;
  }

  @PostMapping
  @Operation(
      summary = "Two met outside any event: each becomes the other's contact",
      description = "With a person's own token only of those who are their contacts already.")
  @ApiResponse(responseCode = "200", description = "The same was taken before")
  @ApiResponse(responseCode = "201", description = "Taken")
  @ApiResponse(responseCode = "409", description = "The key stands for another interaction")
  @RefusesTheErased
  ResponseEntity<InteractionView> met(
      Caller caller, @PathVariable String person, @RequestBody MetBody body) {
    var owner = owner(caller, person);
    var other = seats.of(body.readContact());
    return answer(interacting.met(owner, other, body.read(), caller.isPlatform()), owner.id());
  }

  @PostMapping("/{contact}/interactions")
  @Operation(summary = "The person was in touch with a contact")
  @ApiResponse(responseCode = "200", description = "The same was taken before")
  @ApiResponse(responseCode = "201", description = "Taken")
  @ApiResponse(responseCode = "409", description = "The key stands for another interaction")
  @RefusesTheErased
  ResponseEntity<InteractionView> log(
      Caller caller,
      @PathVariable String person,
      @PathVariable UUID contact,
      @RequestBody InteractionBody body) {
    var owner = owner(caller, person).id();
    return answer(interacting.log(owner, contact, body.read()), owner);
  }

  @GetMapping("/{contact}/interactions")
  @Operation(summary = "What the person logged of a contact, the latest first")
  @ApiResponse(responseCode = "200")
  @RefusesTheErased
  Page<InteractionView> list(
      Caller caller,
      @PathVariable String person,
      @PathVariable UUID contact,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
          @RequestParam(required = false)
          @Nullable Integer limit,
      @RequestParam(required = false) @Schema(format = "uuid") @Nullable String cursor) {
    var owner = owner(caller, person).id();
    var size = Page.limit(limit);
    var after = Page.after(cursor);
    var last = after == null ? null : interactions.byId(after);
    if (after != null && last == null) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "invalid-cursor",
          "The cursor is not one that this list has given out; start without one.");
    }
    var found = interactions.of(owner, contact, last, size + 1);
    return Page.of(
        found.stream().map(one -> InteractionView.of(one, owner)).toList(),
        size,
        view -> view.interaction().toString());
  }

  private Seat owner(Caller caller, String person) {
    caller.mayBe(person);
    var seat = seats.of(Fields.externalId("person", person));
    if (seat.erased()) {
      throw Refusals.erased();
    }
    return seat;
  }

  private static ResponseEntity<InteractionView> answer(Taken taken, UUID owner) {
    return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(InteractionView.of(taken.interaction(), owner));
  }
}
