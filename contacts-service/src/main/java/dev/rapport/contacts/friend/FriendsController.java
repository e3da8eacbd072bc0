package dev.rapport.contacts.friend;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.friend.FriendBodies.FriendBody;
import dev.rapport.contacts.friend.FriendBodies.FriendView;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.RefusesTheErased;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.person.WaitsForTheBroker;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's old friends, by keys of whoever adds them; they are among the contacts then. */
@RestController
@RequestMapping("/people/{person}/friends/{key}")
class FriendsController {

  private final Befriending befriending;
  private final Seats seats;

  FriendsController(Befriending befriending, Seats seats) {
    this.befriending = befriending;
    this.seats = seats;
  }

  @PutMapping
  @Operation(summary = "An old friend, whom only this person knows; nothing is ever sent to them")
  @ApiResponse(responseCode = "200", description = "Was there; is now as told")
  @ApiResponse(responseCode = "201", description = "Is among the contacts from now on")
  @RefusesTheErased
  @WaitsForTheBroker
  ResponseEntity<FriendView> put(
      Caller caller,
      @PathVariable String person,
      @PathVariable String key,
      @RequestBody FriendBody body) {
    var taken = befriending.take(owner(caller, person), body.read(key));
    return ResponseEntity.status(taken.isNew() ? 201 : 200).body(FriendView.of(taken.person()));
  }

  @DeleteMapping
  @Operation(summary = "Removes an old friend, with notes and all that was logged")
  @ApiResponse(responseCode = "204", description = "Removed")
  @RefusesTheErased
  @WaitsForTheBroker
  ResponseEntity<Void> remove(
      Caller caller, @PathVariable String person, @PathVariable String key) {
    if (!befriending.remove(owner(caller, person), FriendBodies.own(key))) {
      throw Problem.notFound("such old friend of this person");
    }
    return ResponseEntity.noContent().build();
  }

  private UUID owner(Caller caller, String person) {
    caller.mayBe(person);
    var seat = seats.of(Fields.externalId("person", person));
    if (seat.erased()) {
      throw Refusals.erased();
    }
    return seat.id();
  }
}
