package dev.rapport.followup.store;

import java.util.Collection;
import java.util.UUID;

/** A feature that keeps something about people beside follow-ups. */
public interface Concerned {

  /** These people's names, zones or consents have changed. */
  default void changed(Collection<UUID> people) {}

  /**
   * Among these people somebody wants nothing of another any more, or says that they never met: the
   * two are not reminded of each other, and nobody is to bring them together.
   */
  default void parted(Collection<UUID> people) {
    changed(people);
  }

  /** These people are erased: nothing about them may stay. */
  void erased(Collection<UUID> people);
}
