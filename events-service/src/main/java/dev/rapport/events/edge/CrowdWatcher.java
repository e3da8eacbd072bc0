package dev.rapport.events.edge;

import dev.rapport.events.event.Event;

/**
 * Looks at a crowd when it has just been counted; to gather it a second time would cost as much.
 */
public interface CrowdWatcher {

  /** An event's crowd, and who of it is on the edge, as of now. */
  void counted(Event event, Crowd crowd, Edge edge);
}
