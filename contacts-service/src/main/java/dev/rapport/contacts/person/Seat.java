package dev.rapport.contacts.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an external id stands: the id of its newest generation, and whether somebody is there.
 *
 * @param id that of the newest generation; the first one's when nobody was ever registered
 * @param since when it was opened after an erasure, in event time; null for a first generation
 */
public record Seat(UUID id, int generation, Standing standing, @Nullable Instant since) {

  /** Whether a generation is open. */
  public enum Standing {
    /** Nobody has registered yet; meetings may name the person before that. */
    free,
    taken,
    /** The person was erased, and nobody has registered since. */
    erased
  }

  /** Whether naming this person is refused. */
  public boolean erased() {
    return standing == Standing.erased;
  }

  /** Whether a meeting at that time belongs to somebody who was erased. */
  public boolean erasedAt(Instant at) {
    return erased() || (since != null && at.isBefore(since));
  }
}
