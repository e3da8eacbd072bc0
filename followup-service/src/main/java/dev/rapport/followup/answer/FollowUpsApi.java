package dev.rapport.followup.answer;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.followup.ask.Notifications;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.followup.store.People;
import dev.rapport.messaging.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows follow-ups, and takes what their owners do about them. */
@RestController
class FollowUpsApi {

  private static final String ERASED = "One of the two, or the person themselves, is erased";

  private final FollowUps followUps;
  private final People people;
  private final KnownPeople known;
  private final Acts acts;
  private final Notifications notifications;
  private final Ids ids;

  FollowUpsApi(
      FollowUps followUps,
      People people,
      KnownPeople known,
      Acts acts,
      Notifications notifications,
      Ids ids) {
    this.followUps = followUps;
    this.people = people;
    this.known = known;
    this.acts = acts;
    this.notifications = notifications;
    this.ids = ids;
  }

  @GetMapping("/people/{person}/follow-ups")
  @Operation(summary = "A person's follow-ups, of all events or of one")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  Page<FollowUpView> ofPerson(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @Parameter(description = "with event: its organiser") @RequestParam(required = false)
          @Nullable String organiser,
      @RequestParam(required = false) @Nullable String event,
      @RequestParam(required = false) @Schema(minimum = "1", maximum = "500")
          @Nullable Integer limit,
      @RequestParam(required = false) @Schema(format = "uuid") @Nullable String cursor) {
    var owner = known.owner(caller, person).id();
    var filter = Filters.eq("owner", owner);
    if (organiser != null || event != null) {
      filter = Filters.and(filter, Filters.eq("event", eventId(organiser, event)));
    }
    return page(filter, limit, cursor, true, caller);
  }

  @GetMapping("/organisers/{organiser}/events/{event}/follow-ups")
  @Operation(
      summary =
          "An event's follow-ups, for the platform alone: who met whom is not the organiser's")
  Page<FollowUpView> ofEvent(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String organiser,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String event,
      @RequestParam(required = false) @Schema(minimum = "1", maximum = "500")
          @Nullable Integer limit,
      @RequestParam(required = false) @Schema(format = "uuid") @Nullable String cursor) {
    caller.mustBePlatform();
    return page(Filters.eq("event", eventId(organiser, event)), limit, cursor, false, caller);
  }

  @PostMapping("/people/{person}/follow-ups/{id}/done")
  @Operation(summary = "The owner has followed up in their own way, be it too late")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  @ApiResponse(responseCode = "409", description = "Not on the owner's list")
  FollowUpView done(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID id) {
    return act(caller, person, id, Act.DONE);
  }

  @PostMapping("/people/{person}/follow-ups/{id}/send")
  @Operation(summary = "The owner lets the platform write in their name")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  @ApiResponse(
      responseCode = "409",
      description = "Not on the owner's list, no consent of the contact, or no time left")
  @ApiResponse(
      responseCode = "422",
      description = "The own line is too long, or holds a link or an address")
  FollowUpView send(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Sent sent) {
    return act(caller, person, id, Act.SEND, OwnWords.of(sent == null ? null : sent.words()));
  }

  /** What goes along with what is sent. */
  @Schema(name = "Send")
  record Sent(
      @Schema(
              description = "a line of the owner's own, without links and addresses",
              maxLength = OwnWords.LONGEST,
              example = "I will send you the slides.")
          @Nullable String words) {}

  @PostMapping("/people/{person}/follow-ups/{id}/waive")
  @Operation(summary = "The owner decides not to follow up")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  @ApiResponse(responseCode = "409", description = "Not on the owner's list")
  FollowUpView waive(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID id) {
    return act(caller, person, id, Act.WAIVE);
  }

  @PostMapping("/people/{person}/follow-ups/{id}/not-met")
  @Operation(summary = "The two never met: withdraws the follow-ups of both that are open")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  FollowUpView notMet(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID id) {
    return act(caller, person, id, Act.NOT_MET);
  }

  @PostMapping("/people/{person}/follow-ups/{id}/block")
  @Operation(summary = "The owner blocks the contact, silently and for all events")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = ERASED)
  FollowUpView block(
      Caller caller,
      @PathVariable @Schema(minLength = 1, maxLength = 200) String person,
      @PathVariable UUID id) {
    return act(caller, person, id, Act.BLOCK);
  }

  private FollowUpView act(Caller caller, String person, UUID id, Act act) {
    return act(caller, person, id, act, null);
  }

  private FollowUpView act(Caller caller, String person, UUID id, Act act, @Nullable String words) {
    var owner = known.owner(caller, person).id();
    var followUp = followUps.byId(List.of(id)).get(id);
    if (followUp == null || !followUp.owner().equals(owner)) {
      throw Problem.notFound("follow-up %s of this person".formatted(id));
    }
    // Judged by what it is afterwards: a deadline or another act may have come first.
    var acted = Objects.requireNonNull(acts.byOwner(List.of(followUp), act, words).get(id));
    var refusal = acts.refusal(acted, act);
    if (refusal != null) {
      throw refusal;
    }
    return views(List.of(acted), true, caller).getFirst();
  }

  private Page<FollowUpView> page(
      Bson filter, @Nullable Integer limit, @Nullable String cursor, boolean names, Caller caller) {
    var size = Page.limit(limit);
    var after = Page.after(cursor);
    var from = after == null ? filter : Filters.and(filter, Filters.gt("_id", after));
    var found = followUps.find(from, Sorts.ascending("_id"), size + 1);
    return Page.of(views(found, names, caller), size, view -> view.id().toString());
  }

  private List<FollowUpView> views(List<FollowUp> found, boolean names, Caller caller) {
    var contacts = names ? people.byId(found.stream().map(FollowUp::contact).toList()) : null;
    var views = new ArrayList<FollowUpView>(found.size());
    for (var followUp : found) {
      var contact = contacts == null ? null : contacts.get(followUp.contact());
      var name = contact == null || contact.erased() ? null : contact.name();
      views.add(FollowUpView.of(followUp, notifications, name, caller.isPlatform()));
    }
    return views;
  }

  private UUID eventId(@Nullable String organiser, @Nullable String event) {
    return ids.of(
        "event", Fields.externalId("organiser", organiser), Fields.externalId("event", event));
  }
}
