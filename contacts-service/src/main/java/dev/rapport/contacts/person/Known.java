package dev.rapport.contacts.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people as other features and their own pages see them. */
@Component
public class Known {

  private final People people;
  private final Seats seats;
  private final Announcing announcing;

  Known(People people, Seats seats, Announcing announcing) {
    this.people = people;
    this.seats = seats;
    this.announcing = announcing;
  }

  /** Returns a registered person, or null. */
  public @Nullable Person find(UUID id) {
    return people.byId(List.of(id)).get(id);
  }

  /** Returns those of these people who are registered. */
  public Map<UUID, Person> of(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : people.byId(ids);
  }

  /** Whether there was such a person. */
  public boolean isErased(UUID id) {
    return !seats.erasedAmong(List.of(id)).isEmpty();
  }

  /**
   * Takes what a person says on their own page; returns when the other services can know of it.
   *
   * @param card null: as it was; an empty text: no longer
   */
  public Person hear(Person person, Card card, Wishes wishes, Collection<Consent> said) {
    var heard = people.hear(person, card, wishes, said);
    announcing.now(List.of(heard.id()));
    return heard;
  }
}
