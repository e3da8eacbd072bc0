package dev.rapport.events.event;

import dev.rapport.access.Problem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A follow-up policy over HTTP; what is not given takes the default. */
@Schema(description = "How meetings are followed up; what is not given takes the default")
record PolicyBody(
    @Schema(
            description = "After a pair's latest meeting: ISO 8601 duration, 1 to 30 days",
            example = "P7D",
            defaultValue = "P7D")
        @Nullable String followUpWithin,
    @Schema(
            description = "The least time after a late report: 1 hour to 7 days",
            example = "PT24H",
            defaultValue = "P1D")
        @Nullable String lateGrace,
    @Schema(
            description = "How long after the end meetings may be reported: 1 to 90 days",
            example = "P30D",
            defaultValue = "P30D")
        @Nullable String reportsUntil,
    @Schema(
            description = "Earliest moment for mail, in the recipient's zone",
            example = "09:00",
            defaultValue = "09:00")
        @Nullable String wakingFrom,
    @Schema(
            description = "Latest moment, at least 2 hours after wakingFrom",
            example = "20:00",
            defaultValue = "20:00")
        @Nullable String wakingTo,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description = "Days after the end on which owners get their list, rising",
                    example = "[0, 2, 5]"),
            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "30"),
            maxItems = 10,
            uniqueItems = true)
        @Nullable List<@Nullable Number> listDays,
    @Schema(
            description =
                "How long sensors must have seen two people near each other, in total, before they are asked whether they met: 20 seconds to 4 hours",
            example = "PT1M",
            defaultValue = "PT1M")
        @Nullable String sensedAtLeast) {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  static PolicyBody of(Policy policy) {
    return new PolicyBody(
        policy.followUpWithin().toString(),
        policy.lateGrace().toString(),
        policy.reportsUntil().toString(),
        policy.wakingFrom().toString(),
        policy.wakingTo().toString(),
        List.copyOf(policy.listDays()),
        policy.sensedAtLeast().toString());
  }

  Policy policy() {
    var base = Policy.DEFAULT;
    var from = time("policy.wakingFrom", wakingFrom, base.wakingFrom());
    var to = time("policy.wakingTo", wakingTo, base.wakingTo());
    if (Duration.between(from, to).compareTo(HOUR.multipliedBy(2)) < 0) {
      throw Problem.field(
          "policy.wakingTo", "is " + to, "at least 2 hours after wakingFrom, which is " + from);
    }
    return new Policy(
        duration(
            "policy.followUpWithin",
            followUpWithin,
            base.followUpWithin(),
            DAY,
            DAY.multipliedBy(30)),
        duration("policy.lateGrace", lateGrace, base.lateGrace(), HOUR, DAY.multipliedBy(7)),
        duration(
            "policy.reportsUntil", reportsUntil, base.reportsUntil(), DAY, DAY.multipliedBy(90)),
        from,
        to,
        days(base.listDays()),
        duration(
            "policy.sensedAtLeast",
            sensedAtLeast,
            base.sensedAtLeast(),
            Duration.ofSeconds(20),
            HOUR.multipliedBy(4)));
  }

  private static Duration duration(
      String field, @Nullable String given, Duration otherwise, Duration least, Duration most) {
    if (given == null) {
      return otherwise;
    }
    try {
      var duration = Duration.parse(given);
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        throw Problem.field(field, "is " + duration, "between %s and %s".formatted(least, most));
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw Problem.field(field, "is no duration", "an ISO 8601 duration like P7D or PT24H");
    }
  }

  private static LocalTime time(String field, @Nullable String given, LocalTime otherwise) {
    if (given == null) {
      return otherwise;
    }
    // The pattern keeps seconds out, which no slot would honour.
    if (!given.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      throw Problem.field(field, "is no time of day", "hours and minutes like 09:00");
    }
    return LocalTime.parse(given);
  }

  private List<Integer> days(List<Integer> otherwise) {
    if (listDays == null) {
      return otherwise;
    }
    var days = new ArrayList<Integer>();
    for (var day : listDays) {
      // 2.0 is a whole number in JSON, 2.5 is none.
      var last = days.isEmpty() ? -1 : days.getLast();
      if (day == null
          || day.doubleValue() % 1 != 0
          || day.doubleValue() <= last
          || day.doubleValue() > 30) {
        throw Problem.field(
            "policy.listDays",
            "holds " + day,
            "whole days from 0 to 30, each after the one before");
      }
      days.add(day.intValue());
    }
    if (listDays.size() > 10) {
      throw Problem.field(
          "policy.listDays", "has %d days".formatted(listDays.size()), "at most 10");
    }
    return days;
  }
}
