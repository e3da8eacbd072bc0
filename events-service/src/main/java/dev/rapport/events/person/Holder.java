package dev.rapport.events.person;

import java.util.Collection;
import java.util.UUID;

/** A place that holds something of people, and forgets it when they are erased. */
public interface Holder {

  /** Leaves nothing of these people but what counts; repeating it changes nothing. */
  void erase(Collection<UUID> people);
}
