package dev.rapport.contacts.person;

import dev.rapport.access.Bulk;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.contacts.person.ConsentBodies.ConsentsBody;
import dev.rapport.contacts.person.PersonBodies.PersonBody;
import dev.rapport.contacts.person.PersonBodies.PersonLine;
import dev.rapport.contacts.person.PersonBodies.PersonView;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** People, by the platform's own identifiers. */
@RestController
class PeopleController {

  private final Registering registering;

  PeopleController(Registering registering) {
    this.registering = registering;
  }

  @Schema(name = "People")
  record PeopleBody(
      @ArraySchema(schema = @Schema(implementation = PersonLine.class), maxItems = Bulk.MOST_LINES)
          @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<JsonNode> people) {}

  @PutMapping("/people/{person}")
  @ApiResponse(responseCode = "200", description = "Was known; is now as told")
  @ApiResponse(responseCode = "201", description = "Is known from now on")
  @WaitsForTheBroker
  ResponseEntity<PersonView> put(
      Caller caller, @PathVariable String person, @RequestBody PersonBody body) {
    caller.mayBe(person);
    var done = registering.one(Fields.externalId("person", person), body);
    return ResponseEntity.status(done.created() ? 201 : 200).body(PersonView.of(done.person()));
  }

  @PostMapping("/people")
  @ApiResponse(responseCode = "200", description = "An answer for each line")
  @WaitsForTheBroker
  Bulk.Results<PersonView> putMany(Caller caller, @RequestBody PeopleBody body) {
    caller.mustBePlatform();
    return registering.many(body.people());
  }

  @GetMapping("/people/{person}")
  @ApiResponse(responseCode = "200", description = "The person as stored")
  @RefusesTheErased
  PersonView get(Caller caller, @PathVariable String person) {
    caller.mayBe(person);
    return registering.get(Fields.externalId("person", person));
  }

  @PostMapping("/people/{person}/consents")
  @ApiResponse(responseCode = "200", description = "The person with all consents")
  @RefusesTheErased
  @WaitsForTheBroker
  PersonView consents(Caller caller, @PathVariable String person, @RequestBody ConsentsBody body) {
    caller.mayBe(person);
    return registering.hear(Fields.externalId("person", person), body);
  }
}
