package dev.rapport.contacts.takeout;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.RefusesTheErased;
import dev.rapport.contacts.person.Seats;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own contacts as a file. */
@RestController
@RequestMapping("/people/{person}")
class TakeOutController {

  private final TakeOut takeOut;
  private final Seats seats;

  TakeOutController(TakeOut takeOut, Seats seats) {
    this.takeOut = takeOut;
    this.seats = seats;
  }

  @GetMapping("/contacts.vcf")
  @ApiResponse(
      responseCode = "200",
      description = "All contacts, as vCard 4.0",
      content = @Content(mediaType = "text/vcard", schema = @Schema(type = "string")))
  @RefusesTheErased
  ResponseEntity<byte[]> cards(Caller caller, @PathVariable String person) {
    return of(caller, person, Format.vcf);
  }

  @GetMapping("/contacts.csv")
  @ApiResponse(
      responseCode = "200",
      description = "All contacts, as a table with a head",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @RefusesTheErased
  ResponseEntity<byte[]> table(Caller caller, @PathVariable String person) {
    return of(caller, person, Format.csv);
  }

  @GetMapping("/contacts.json")
  @ApiResponse(
      responseCode = "200",
      description = "All contacts",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = Taken.class))))
  @RefusesTheErased
  ResponseEntity<byte[]> json(Caller caller, @PathVariable String person) {
    return of(caller, person, Format.json);
  }

  private ResponseEntity<byte[]> of(Caller caller, String person, Format format) {
    caller.mayBe(person);
    var seat = seats.of(Fields.externalId("person", person));
    if (seat.erased()) {
      throw Refusals.erased();
    }
    return takeOut.of(seat.id(), format);
  }
}
