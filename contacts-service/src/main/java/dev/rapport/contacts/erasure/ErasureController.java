package dev.rapport.contacts.erasure;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.Seat;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.person.WaitsForTheBroker;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a person, and asking how far it is. */
@RestController
class ErasureController {

  private final Erasing erasing;
  private final Erasures erasures;
  private final Seats seats;
  private final Forgetting forgetting;

  ErasureController(Erasing erasing, Erasures erasures, Seats seats, Forgetting forgetting) {
    this.forgetting = forgetting;
    this.erasing = erasing;
    this.erasures = erasures;
    this.seats = seats;
  }

  /** Where to ask how far it is. */
  record Accepted(UUID erasure, String status) {}

  @Schema(name = "Erasure")
  record ErasureView(UUID erasure, State state, Services services) {

    enum State {
      running,
      complete
    }
  }

  @Schema(description = "When each service had erased; absent while it has not")
  record Services(
      @Nullable Instant contacts,
      @Nullable Instant events,
      @Nullable Instant followup,
      @Nullable Instant notification) {}

  @DeleteMapping("/people/{person}")
  @ApiResponse(responseCode = "202", description = "Nothing is taken or sent any more; under way")
  @WaitsForTheBroker
  ResponseEntity<Accepted> erase(Caller caller, @PathVariable String person) {
    caller.mayBe(person);
    var seat = seats.of(Fields.externalId("person", person));
    if (seat.standing() == Seat.Standing.free && !erasing.knows(seat.id())) {
      throw Problem.notFound("such person");
    }
    var id = forgetting.erase(seat.id());
    var status = "/erasures/" + id;
    return ResponseEntity.accepted().location(URI.create(status)).body(new Accepted(id, status));
  }

  @GetMapping("/erasures/{erasure}")
  @ApiResponse(responseCode = "200", description = "How far it is")
  ErasureView status(Caller caller, @PathVariable UUID erasure) {
    var found = erasures.find(erasure);
    if (found == null) {
      throw Problem.notFound("such erasure");
    }
    var person = caller.person();
    if (person == null || !seats.generations(person, seats.of(person)).contains(found.person())) {
      caller.mustBePlatform();
    }
    return new ErasureView(
        erasure,
        found.isComplete() ? ErasureView.State.complete : ErasureView.State.running,
        new Services(found.contacts(), found.events(), found.followup(), found.notification()));
  }
}
