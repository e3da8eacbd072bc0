package dev.rapport.contacts.person;

import dev.rapport.messaging.Ids;
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

  /** Where whoever registers now will be, if this one is erased. */
  Seat next(Ids ids, String externalId) {
    var following = generation + 1;
    return new Seat(Person.id(ids, externalId, following), following, Standing.free, null);
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
