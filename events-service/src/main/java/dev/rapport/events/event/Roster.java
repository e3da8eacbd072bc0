package dev.rapport.events.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Knows who attends events: coverage divides by all of them, not by those who met. */
public interface Roster {

  /**
   * Somebody whose attendance is not cancelled; of the erased it is a number.
   *
   * @param since when they got their first badge, in event time
   */
  record Guest(UUID person, Instant since, boolean newcomer) {}

  /** Counts the attendances that are not cancelled, those of the erased included. */
  Map<Event.Id, Long> attendees(Collection<Event.Id> events);

  /** Lists everyone whose attendance is not cancelled, the erased included. */
  List<Guest> guests(Event.Id event);

  /** Those of these people whose attendance is not cancelled; of the erased nobody. */
  Map<UUID, Guest> guestsAmong(Event.Id event, Collection<UUID> people);

  /** The events that a person attends, cancelled ones left out. */
  List<Event.Id> eventsOf(UUID person);
}
