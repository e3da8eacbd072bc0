package dev.rapport.contacts.sensed;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.RefusesTheErased;
import dev.rapport.contacts.person.Seats;
import dev.rapport.contacts.sensed.SensedBodies.AnswerView;
import dev.rapport.contacts.sensed.SensedBodies.SuggestionView;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Did you two meet?" */
@RestController
@RequestMapping("/people/{person}/suggestions")
class SuggestionsController {

  private final Suggesting suggesting;
  private final Sums sums;
  private final Seats seats;

  SuggestionsController(Suggesting suggesting, Sums sums, Seats seats) {
    this.suggesting = suggesting;
    this.sums = sums;
    this.seats = seats;
  }

  @GetMapping
  @ApiResponse(responseCode = "200", description = "Whom the person may have met; unanswered ones")
  @RefusesTheErased
  Page<SuggestionView> list(
      Caller caller,
      @PathVariable String person,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
          @RequestParam(required = false)
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var me = id(caller, person);
    var size = Page.limit(limit);
    var page =
        Page.of(sums.open(me, Page.after(cursor), size + 1), size, one -> one.id().toString());
    var shown = suggesting.shown(me, page.items());
    return new Page<>(
        shown.stream()
            .map(
                one ->
                    new SuggestionView(
                        one.id(),
                        one.event().organiser(),
                        one.event().externalId(),
                        one.contact(),
                        one.name(),
                        one.at()))
            .toList(),
        page.next());
  }

  @PostMapping("/{suggestion}/confirm")
  @ApiResponse(responseCode = "200", description = "Was confirmed before")
  @ApiResponse(responseCode = "201", description = "They met: a report by this person")
  @ApiResponse(responseCode = "409", description = "The event is cancelled")
  @RefusesTheErased
  ResponseEntity<AnswerView> confirm(
      Caller caller, @PathVariable String person, @PathVariable UUID suggestion) {
    var created = suggesting.confirm(id(caller, person), suggestion);
    return ResponseEntity.status(created ? 201 : 200)
        .body(new AnswerView(suggestion, Suggestion.Answer.confirmed));
  }

  @PostMapping("/{suggestion}/dismiss")
  @ApiResponse(responseCode = "200", description = "Hidden; nobody is told")
  @ApiResponse(responseCode = "409", description = "It was confirmed before")
  @RefusesTheErased
  AnswerView dismiss(Caller caller, @PathVariable String person, @PathVariable UUID suggestion) {
    suggesting.dismiss(id(caller, person), suggestion);
    return new AnswerView(suggestion, Suggestion.Answer.dismissed);
  }

  private UUID id(Caller caller, String person) {
    caller.mayBe(person);
    var seat = seats.of(Fields.externalId("person", person));
    if (seat.erased()) {
      throw Refusals.erased();
    }
    return seat.id();
  }
}
