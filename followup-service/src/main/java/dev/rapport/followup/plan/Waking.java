package dev.rapport.followup.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which a person may be written to, cut into UTC days: far from Greenwich one UTC day
 * holds the end of one waking day and the start of the next.
 */
public record Waking(ZoneId zone, LocalTime from, LocalTime to) {

  /** Less than this share of a waking day is no time to reach somebody; the next day is. */
  private static final int LEAST_SHARE = 10;

  /** Returns the longer stretch of this UTC day's waking hours between the two moments. */
  public Window on(LocalDate day, Instant notBefore, Instant before) {
    var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var longest = Window.NEVER;
    // Zones reach from UTC-12 to UTC+14: a UTC day meets its own date and both its neighbours.
    for (var date = day.minusDays(1); !date.isAfter(day.plusDays(1)); date = date.plusDays(1)) {
      var awake = awakeOn(date).within(start, end).within(notBefore, before);
      if (awake.length().compareTo(longest.length()) > 0) {
        longest = awake;
      }
    }
    return longest;
  }

  /**
   * Returns the first UTC day after {@code after} with waking hours worth using between the two
   * moments, or null if there is none.
   */
  public @Nullable LocalDate first(Instant notBefore, Instant before, @Nullable LocalDate after) {
    var last = utcDay(before);
    for (var day = later(utcDay(notBefore), after); !day.isAfter(last); day = day.plusDays(1)) {
      if (isWorthUsing(on(day, notBefore, before))) {
        return day;
      }
    }
    return null;
  }

  /** Returns the last UTC day with any waking hours between the two moments, or null. */
  @Nullable LocalDate last(Instant notBefore, Instant before, @Nullable LocalDate after) {
    var first = later(utcDay(notBefore), after);
    for (var day = utcDay(before); !day.isBefore(first); day = day.minusDays(1)) {
      if (!on(day, notBefore, before).isEmpty()) {
        return day;
      }
    }
    return null;
  }

  static LocalDate utcDay(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static LocalDate later(LocalDate day, @Nullable LocalDate after) {
    return after == null || day.isAfter(after) ? day : after.plusDays(1);
  }

  private boolean isWorthUsing(Window window) {
    return !window.isEmpty()
        && window.length().multipliedBy(LEAST_SHARE).compareTo(wholeDay().length()) >= 0;
  }

  private Window wholeDay() {
    return awakeOn(LocalDate.EPOCH);
  }

  private Window awakeOn(LocalDate date) {
    var until = to.isAfter(from) ? date : date.plusDays(1);
    return new Window(
        date.atTime(from).atZone(zone).toInstant(), until.atTime(to).atZone(zone).toInstant());
  }
}
