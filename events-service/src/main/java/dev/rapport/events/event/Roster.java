package dev.rapport.events.event;

import java.util.Collection;
import java.util.Map;

/** Knows how many attendees events have: coverage divides by all of them, not by those who met. */
public interface Roster {

  /** Counts the attendances that are not cancelled, those of the erased included. */
  Map<Event.Id, Long> attendees(Collection<Event.Id> events);
}
