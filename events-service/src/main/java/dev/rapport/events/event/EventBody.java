package dev.rapport.events.event;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.events.life.Dates;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an organiser sends; everything but the policy is required. */
record EventBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        @Nullable String name,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "With an offset",
            example = "2026-06-04T09:00:00+02:00",
            format = "date-time")
        @Nullable String starts,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "After the start, at most 366 days",
            example = "2026-06-05T17:00:00+02:00",
            format = "date-time")
        @Nullable String ends,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "An IANA zone",
            example = "Europe/Paris")
        @Nullable String zone,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable SenderBody sender,
    @Nullable PolicyBody policy) {

  private static final Duration LONGEST = Duration.ofDays(366);

  /** In whose name mail about the event goes out; answers go to the address. */
  record SenderBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String name,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              maxLength = 254,
              format = "email",
              example = "hello@organiser.example")
          @Nullable String address) {}

  Details details() {
    var checkedName = Fields.line("name", name, 200);
    var checkedDates = dates();
    var checkedZone = Fields.zone("zone", zone);
    var from = Fields.required("sender", sender);
    return new Details(
        checkedName,
        checkedDates,
        checkedZone,
        new Details.Sender(
            Fields.name("sender.name", from.name()),
            Fields.address("sender.address", from.address())),
        policy == null ? Policy.DEFAULT : policy.policy());
  }

  private Dates dates() {
    var from = moment("starts", starts);
    var to = moment("ends", ends);
    if (!to.isAfter(from)) {
      throw Problem.field("ends", "is not after starts", "a moment after " + from);
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Problem.field("ends", "is more than 366 days after starts", "a shorter event");
    }
    return new Dates(from, to);
  }

  private static Instant moment(String field, @Nullable String given) {
    return Fields.instant(field, given).truncatedTo(ChronoUnit.MILLIS);
  }
}
