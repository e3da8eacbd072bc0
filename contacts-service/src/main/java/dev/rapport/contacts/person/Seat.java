package dev.rapport.contacts.person;

import java.util.UUID;

/**
 * Where an external id stands: the id of its newest generation, and whether somebody is there.
 *
 * @param id that of the newest generation; the first one's when nobody was ever registered
 */
public record Seat(UUID id, int generation, Standing standing) {

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
}
