package dev.rapport.followup.nurture;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.followup.give.Balance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about ties. */
final class TieViews {

  private TieViews() {}

  /** Where a person and a contact stand. */
  @Schema(name = "Tie")
  record TieView(
      UUID contact,
      @Nullable String name,
      @Schema(description = "when they were last in touch") @Nullable Instant lastInTouch,
      Balance balance,
      @Schema(description = "how often to be in touch, in days") @Nullable Integer days,
      @Schema(description = "or as often as with everyone of this tag") @Nullable String tag,
      @Nullable Instant snoozedUntil,
      @Schema(description = "when to be in touch again; absent: no cadence")
          @Nullable Instant dueAt) {

    static TieView of(Touch touch, @Nullable String name) {
      var cadence = touch.tie().cadence();
      var length = touch.length();
      return new TieView(
          touch.tie().contact(),
          name,
          touch.last(),
          touch.tie().balance(),
          length == null ? null : (int) length.toDays(),
          cadence == null ? null : cadence.tag(),
          touch.tie().snoozedUntil(),
          touch.dueAt());
    }
  }

  /** How often to be in touch: every so many days, or as a tag says. */
  @Schema(name = "Cadence")
  record CadenceBody(
      @Schema(implementation = Integer.class, minimum = "1", maximum = "1100")
          @Nullable Number days,
      @Schema(minLength = 1, maxLength = 200) @Nullable String tag) {

    @Nullable Integer readDays() {
      if ((days == null) == (tag == null)) {
        throw Problem.field(
            "days",
            days == null ? "and 'tag' are both missing" : "and 'tag' are both there",
            "exactly one of the two");
      }
      return days == null ? null : TieViews.days(days);
    }

    @Nullable String readTag() {
      return tag == null ? null : Fields.externalId("tag", tag);
    }
  }

  /** How often to be in touch with those of a tag. */
  @Schema(name = "TagCadence")
  record TagBody(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              implementation = Integer.class,
              minimum = "1",
              maximum = "1100")
          @Nullable Number days) {

    int readDays() {
      return TieViews.days(Fields.required("days", days));
    }
  }

  /** Until when to be left alone. */
  @Schema(name = "Until")
  record UntilBody(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "a moment with its offset")
          @Nullable String until) {

    Instant read() {
      return Fields.instant("until", until);
    }
  }

  /** What holds for all of a person's ties. */
  @Schema(name = "Habits")
  record HabitsView(List<TagView> tags, @Nullable Instant pausedUntil) {

    static HabitsView of(Habits habits) {
      return new HabitsView(
          habits.tags().entrySet().stream()
              .map(tag -> new TagView(tag.getKey(), tag.getValue()))
              .toList(),
          habits.pausedUntil());
    }
  }

  /** A tag and its cadence. */
  @Schema(name = "HabitTag")
  record TagView(String tag, int days) {}

  private static int days(Number given) {
    var days = given.doubleValue();
    // 7.0 is a whole number in JSON, 7.5 is none.
    if (days % 1 != 0 || days < Cadence.LEAST_DAYS || days > Cadence.MOST_DAYS) {
      throw Problem.field(
          "days",
          "is " + given,
          "a whole number, %d to %d".formatted(Cadence.LEAST_DAYS, Cadence.MOST_DAYS));
    }
    return given.intValue();
  }
}
