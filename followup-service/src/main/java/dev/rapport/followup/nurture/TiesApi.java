package dev.rapport.followup.nurture;

import dev.rapport.access.Caller;
import dev.rapport.access.Fields;
import dev.rapport.access.Page;
import dev.rapport.access.Problem;
import dev.rapport.followup.answer.KnownPeople;
import dev.rapport.followup.nurture.TieViews.CadenceBody;
import dev.rapport.followup.nurture.TieViews.HabitsView;
import dev.rapport.followup.nurture.TieViews.TagBody;
import dev.rapport.followup.nurture.TieViews.TieView;
import dev.rapport.followup.nurture.TieViews.UntilBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often a person wants to be in touch with whom, and how they stand. */
@RestController
@RequestMapping("/people/{person}")
@ApiResponse(responseCode = "200")
@ApiResponse(responseCode = "410", description = "The person, or the contact, is erased")
class TiesApi {

  private final Nurturing nurturing;
  private final Ties ties;
  private final Circle circle;
  private final HabitStore habits;
  private final KnownPeople known;

  TiesApi(Nurturing nurturing, Ties ties, Circle circle, HabitStore habits, KnownPeople known) {
    this.nurturing = nurturing;
    this.ties = ties;
    this.circle = circle;
    this.habits = habits;
    this.known = known;
  }

  @GetMapping("/ties")
  @Operation(summary = "Everyone the person logged or set something of, and how they stand")
  Page<TieView> all(
      Caller caller,
      @PathVariable String person,
      @RequestParam(required = false) @Schema(minimum = "1", maximum = "500")
          @Nullable Integer limit,
      @RequestParam(required = false) @Schema(format = "uuid") @Nullable String cursor) {
    var owner = known.owner(caller, person);
    var size = Page.limit(limit);
    var found =
        Page.of(
            ties.of(owner.id(), Page.after(cursor), size + 1), size, tie -> tie.id().toString());
    return new Page<>(views(found.items()), found.next());
  }

  @GetMapping("/ties/{contact}")
  @Operation(summary = "How the person and a contact stand, with what was given and asked")
  TieView one(Caller caller, @PathVariable String person, @PathVariable UUID contact) {
    return view(circle.tie(known.owner(caller, person), contact));
  }

  @PutMapping("/ties/{contact}/cadence")
  @Operation(summary = "How often to be in touch with a contact; starts again at each interaction")
  TieView keep(
      Caller caller,
      @PathVariable String person,
      @PathVariable UUID contact,
      @RequestBody CadenceBody body) {
    var owner = known.owner(caller, person);
    circle.tie(owner, contact);
    return view(nurturing.keep(owner.id(), contact, body.readDays(), body.readTag()));
  }

  @DeleteMapping("/ties/{contact}/cadence")
  @Operation(summary = "No more reminders of a contact")
  TieView drop(Caller caller, @PathVariable String person, @PathVariable UUID contact) {
    var owner = known.owner(caller, person);
    circle.tie(owner, contact);
    return view(nurturing.keep(owner.id(), contact, null, null));
  }

  @PutMapping("/ties/{contact}/snooze")
  @Operation(summary = "No reminder of a contact before a moment")
  TieView snooze(
      Caller caller,
      @PathVariable String person,
      @PathVariable UUID contact,
      @RequestBody UntilBody body) {
    var owner = known.owner(caller, person);
    circle.tie(owner, contact);
    return view(nurturing.snooze(owner.id(), contact, body.read()));
  }

  @DeleteMapping("/ties/{contact}/snooze")
  @Operation(summary = "Reminders of a contact as before")
  TieView wake(Caller caller, @PathVariable String person, @PathVariable UUID contact) {
    var owner = known.owner(caller, person);
    circle.tie(owner, contact);
    return view(nurturing.snooze(owner.id(), contact, null));
  }

  @GetMapping("/habits")
  @Operation(summary = "Cadences by tag, and whether reminders pause")
  HabitsView habits(Caller caller, @PathVariable String person) {
    return HabitsView.of(habits.of(known.owner(caller, person).id()));
  }

  @PutMapping("/habits/tags/{tag}")
  @Operation(summary = "How often to be in touch with everyone of a tag")
  HabitsView tag(
      Caller caller,
      @PathVariable String person,
      @PathVariable String tag,
      @RequestBody TagBody body) {
    var owner = known.owner(caller, person).id();
    var name = Fields.externalId("tag", tag);
    var tags = habits.of(owner).tags();
    if (!tags.containsKey(name) && tags.size() >= HabitStore.MOST_TAGS) {
      throw Problem.field("tag", "is one more than are kept", "one of at most 50; delete another");
    }
    nurturing.tag(owner, name, body.readDays());
    return HabitsView.of(habits.of(owner));
  }

  @DeleteMapping("/habits/tags/{tag}")
  @Operation(summary = "No cadence of a tag any more; its contacts keep the tag")
  HabitsView untag(Caller caller, @PathVariable String person, @PathVariable String tag) {
    var owner = known.owner(caller, person).id();
    nurturing.tag(owner, Fields.externalId("tag", tag), null);
    return HabitsView.of(habits.of(owner));
  }

  @PutMapping("/habits/pause")
  @Operation(summary = "No reminders at all before a moment")
  HabitsView pause(Caller caller, @PathVariable String person, @RequestBody UntilBody body) {
    var owner = known.owner(caller, person).id();
    nurturing.pause(owner, body.read());
    return HabitsView.of(habits.of(owner));
  }

  @DeleteMapping("/habits/pause")
  @Operation(summary = "Reminders as before")
  HabitsView resume(Caller caller, @PathVariable String person) {
    var owner = known.owner(caller, person).id();
    nurturing.pause(owner, null);
    return HabitsView.of(habits.of(owner));
  }

  private TieView view(Tie tie) {
    var views = views(List.of(tie));
    if (views.isEmpty()) {
      throw Problem.notFound("such contact of this person");
    }
    return views.getFirst();
  }

  private List<TieView> views(List<Tie> some) {
    return circle.members(some).stream()
        .map(one -> TieView.of(one.touch(), one.name().isEmpty() ? null : one.name()))
        .toList();
  }
}
