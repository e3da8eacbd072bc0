package dev.rapport.events.introduction;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.events.event.Events;
import dev.rapport.events.person.People;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organisers/{organiser}/events/{event}/people/{person}/introductions")
@Tag(name = "introductions")
class IntroductionsController {

  /** What a connector could do, the latest first. */
  record IntroductionList(List<IntroductionView> introductions) {}

  private final Events events;
  private final People people;
  private final Introductions introductions;

  IntroductionsController(Events events, People people, Introductions introductions) {
    this.events = events;
    this.people = people;
    this.introductions = introductions;
  }

  @GetMapping
  @Operation(
      summary = "Lists whom a connector could bring together at an event, the latest first",
      description =
          "Empty for who did not agree to introduce others. At least half of the people suggested on a day are not on the edge; nothing says who is.")
  @ApiResponse(responseCode = "200", description = "At most three for each day")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  IntroductionList listIntroductions(
      Caller caller,
      @PathVariable String organiser,
      @PathVariable String event,
      @PathVariable String person) {
    caller.mayBe(Fields.externalId("person", person));
    var found =
        events.get(Fields.externalId("organiser", organiser), Fields.externalId("event", event));
    return new IntroductionList(introductions.of(found.id(), people.inForce(person)));
  }
}
