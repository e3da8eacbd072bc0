package dev.rapport.followup.store;

import java.util.Collection;
import java.util.UUID;

/** A feature that keeps something about people beside follow-ups. */
public interface Concerned {

  /** These people's names, zones or consents have changed. */
  default void changed(Collection<UUID> people) {}

  /** These people are erased: nothing about them may stay. */
  void erased(Collection<UUID> people);
}
