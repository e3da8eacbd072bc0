package dev.rapport.system;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be played.
 *
 * @param attendees how many people register; with a contacts file, as many as it names
 * @param seed the same seed plays the same people, meetings, moods and answers
 * @param met how many people an attendee meets on average
 * @param contacts lines {@code t i j}, plain or gzip: replayed instead of drawing meetings
 * @param least summed nearness from which two people of the contacts file have met
 */
public record Plan(int attendees, long seed, int met, @Nullable Path contacts, Duration least) {

  public Plan {
    if (attendees < 4) {
      throw new IllegalArgumentException("A conference needs at least 4 attendees: " + attendees);
    }
    if (met < 1 || met >= attendees) {
      throw new IllegalArgumentException("An attendee can meet 1 to all others: " + met);
    }
  }
}
