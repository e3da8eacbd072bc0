package dev.rapport.notification.history;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.notification.directory.People;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Who got it, when, and what did the server say?" */
@RestController
class NotificationController {

  private final History history;
  private final People people;

  NotificationController(History history, People people) {
    this.history = history;
    this.people = people;
  }

  @GetMapping("/notifications/{id}")
  NotificationView one(Caller caller, @PathVariable UUID id) {
    caller.mustBePlatform();
    var found = history.find(id);
    if (found == null) {
      throw Problem.notFound("notification of this id");
    }
    return found;
  }

  @GetMapping("/people/{person}/notifications")
  @ApiResponse(responseCode = "200", description = "A page of them")
  @ApiResponse(responseCode = "410", description = "The person has been erased")
  Page<NotificationView> ofPerson(
      Caller caller,
      @PathVariable String person,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    caller.mayBe(person);
    var most = Page.limit(limit);
    var after = Page.after(cursor);
    var id = people.id(Fields.externalId("person", person));
    if (id == null && people.isErased(person)) {
      throw new Problem(
          HttpStatus.GONE,
          "person-erased",
          "This person has been erased; what was sent to them can be asked for by a notification's id only.");
    }
    List<NotificationView> found = id == null ? List.of() : history.of(id, after, most + 1);
    return Page.of(found, most, view -> view.id().toString());
  }
}
