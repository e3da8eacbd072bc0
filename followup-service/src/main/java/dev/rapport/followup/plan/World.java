package dev.rapport.followup.plan;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known at the moment of a decision.
 *
 * @param events by id; those not heard of yet are not there
 * @param people by id, the same
 * @param now in event time
 */
public record World(
    Map<UUID, Event> events, Map<UUID, Person> people, Standing standing, Instant now) {

  /** A world in which nobody stands out. */
  public World(Map<UUID, Event> events, Map<UUID, Person> people, Instant now) {
    this(events, people, Standing.NONE, now);
  }

  /** Whether the same is known, whatever the time. */
  public boolean knowsTheSame(World other) {
    return events.equals(other.events)
        && people.equals(other.people)
        && standing.equals(other.standing);
  }

  @Nullable Event event(UUID id) {
    return events.get(id);
  }

  @Nullable Person person(UUID id) {
    return people.get(id);
  }
}
