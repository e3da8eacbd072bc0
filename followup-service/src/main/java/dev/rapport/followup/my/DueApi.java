package dev.rapport.followup.my;

import dev.rapport.access.Caller;
import dev.rapport.access.Page;
import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.pages.Language;
import dev.rapport.pages.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The owner's list of everything that is due, for the platform's own app. */
@RestController
class DueApi {

  private final DueList due;
  private final KnownPeople known;

  DueApi(DueList due, KnownPeople known) {
    this.due = due;
    this.known = known;
  }

  /** One thing that is due. */
  @Schema(name = "Due")
  record DueView(
      @Schema(allowableValues = {"cadence", "accepted", "introduction", "met", "followUp"})
          String about,
      @Schema(
              description =
                  "of the follow-up, or the introduction; of a cadence, or who was met outside"
                      + " any event, the contact")
          UUID id,
      UUID person,
      String name,
      @Schema(description = "of an introduction, be it one to be given: the second of the two")
          @Nullable UUID other,
      @Nullable String otherName,
      @Nullable UUID event,
      @Schema(description = "what both care about") List<String> topics,
      @Schema(description = "of a follow-up that is open: withOwner, or settled when it was missed")
          @Nullable String state,
      @Nullable Instant deadline,
      @Schema(description = "of a meeting: what the owner could write") @Nullable String draft,
      @Schema(description = "of a cadence, or of who was met outside any event")
          @Nullable Instant lastInTouch,
      @Nullable Instant dueAt,
      @Schema(
              allowableValues = {"introduction", "offer", "thanks"},
              description = "of a cadence: what to give before the next favour is asked for")
          @Nullable String give) {}

  @GetMapping("/people/{person}/due")
  @Operation(summary = "Everything due, in the order of the person's page: losing touch first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "410", description = "The person is erased")
  Page<DueView> of(
      Caller caller,
      @PathVariable String person,
      @RequestParam(required = false) @Schema(minimum = "1", maximum = "500")
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var owner = known.owner(caller, person);
    var page = due.of(owner, Page.limit(limit), Place.of(cursor));
    var texts = Texts.of(Language.of(owner.locale()), Wording.BUNDLE);
    var words = new Wording(owner, due.world(owner, page.items()), texts);
    return new Page<>(page.items().stream().map(thing -> view(thing, words)).toList(), page.next());
  }

  private static DueView view(Thing thing, Wording words) {
    var name = words.name(thing.person());
    return switch (thing) {
      case Thing.Overdue(var place, var one) -> {
        var other = one.other();
        var give = one.give();
        yield new DueView(
            "cadence",
            thing.person(),
            thing.person(),
            name,
            other,
            other == null ? null : words.name(other),
            one.touch().event(),
            give == null || give.topics().isEmpty() ? one.topics() : give.topics(),
            null,
            null,
            null,
            one.touch().last(),
            one.touch().dueAt(),
            give == null ? null : give.word());
      }
      case Thing.Met(var place, var one) ->
          new DueView(
              "met",
              thing.person(),
              thing.person(),
              name,
              null,
              null,
              null,
              one.topics(),
              null,
              null,
              words.draft(one),
              one.at(),
              null,
              null);
      case Thing.Introduce(var place, var one) ->
          new DueView(
              "introduction",
              one.id(),
              one.one(),
              name,
              one.other(),
              words.name(one.other()),
              one.event(),
              one.topics(),
              null,
              null,
              null,
              null,
              null,
              null);
      case Thing.Accepted(var place, var one) ->
          new DueView(
              "accepted",
              one.id(),
              one.contact(),
              name,
              null,
              null,
              one.event(),
              List.of(),
              FollowUpDocument.name(one.state()),
              null,
              null,
              null,
              null,
              null);
      case Thing.Open(var place, var one) -> {
        var contact = words.world().people().get(one.contact());
        yield new DueView(
            "followUp",
            one.id(),
            one.contact(),
            name,
            null,
            null,
            one.event(),
            contact == null ? List.of() : words.owner().profile().shared(contact.profile()),
            FollowUpDocument.name(one.state()),
            one.deadline(),
            words.draft(one),
            null,
            null,
            null);
      }
    };
  }
}
