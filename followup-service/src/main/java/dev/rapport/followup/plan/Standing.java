package dev.rapport.followup.plan;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What else decides how the two are followed up, beside what they agreed to.
 *
 * @param exhibitors who attends an event as an exhibitor, by event
 * @param paused whose automatic mode rests, because of reports of abuse
 * @param connected at which events a pair was connected, by pair
 */
public record Standing(
    Map<UUID, Set<UUID>> exhibitors, Set<UUID> paused, Map<UUID, Set<UUID>> connected) {

  /** Nothing is known of anybody. */
  public static final Standing NONE = new Standing(Map.of(), Set.of(), Map.of());

  /** Whether nobody is ever written to in this person's name by itself. */
  boolean hasNoAutomaticMode(UUID event, UUID person) {
    return paused.contains(person) || exhibitors.getOrDefault(event, Set.of()).contains(person);
  }

  /** Whether the two were connected at another event than this. */
  boolean areConnected(FollowUp followUp) {
    return connected.getOrDefault(followUp.pair(), Set.of()).stream()
        .anyMatch(event -> !event.equals(followUp.event()));
  }
}
