package dev.rapport.notification.directory;

import java.util.Map;
import java.util.UUID;

/** What is to be done when people are erased; the directory only hears of it. */
@FunctionalInterface
public interface Forgetting {

  /** Forgets these people; the values are the revisions of their tombstones. */
  void forget(Map<UUID, Long> people);
}
