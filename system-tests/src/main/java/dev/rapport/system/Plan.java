package dev.rapport.system;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be played.
 *
 * @param attendees how many people register; with a contacts file, as many as it names
 * @param seed the same seed plays the same people, meetings and moods
 * @param met how many people an attendee meets on average
 * @param contacts lines {@code t i j}, plain or gzip: replayed instead of drawing meetings
 * @param least summed nearness from which two people of the contacts file have met
 * @param day machine time that one day of event time takes; the stack must run at that speed
 */
public record Plan(
    int attendees, long seed, int met, @Nullable Path contacts, Duration least, Duration day) {

  public Plan {
    if (attendees < 4) {
      throw new IllegalArgumentException("A conference needs at least 4 attendees: " + attendees);
    }
    if (met < 1 || met >= attendees) {
      throw new IllegalArgumentException("An attendee can meet 1 to all others: " + met);
    }
    if (day.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("A day takes at least a second: " + day);
    }
  }

  /** The default: 300 attendees who meet ten people each, a day in five seconds. */
  public static Plan demo() {
    return new Plan(300, 1, 10, null, Duration.ofSeconds(60), Duration.ofSeconds(5));
  }

  public Plan withAttendees(int attendees, int met) {
    return new Plan(attendees, seed, met, contacts, least, day);
  }

  public Plan withSeed(long seed) {
    return new Plan(attendees, seed, met, contacts, least, day);
  }

  public Plan withContacts(@Nullable Path contacts, Duration least) {
    return new Plan(attendees, seed, met, contacts, least, day);
  }

  public Plan withDay(Duration day) {
    return new Plan(attendees, seed, met, contacts, least, day);
  }
}
