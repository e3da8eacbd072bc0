package dev.rapport.events.plan;

import java.util.List;
import java.util.Set;

/**
 * What has happened so far, as plans are measured by it.
 *
 * @param met everyone whom the person met, both having said so
 * @param followUpsInTime follow-ups that the person has done in time
 */
record Facts(List<Encounter> met, int followUpsInTime) {

  /**
   * One of them.
   *
   * @param person the platform's identifier; empty where it is not known here
   * @param topics what they care about, in lower case, as far as they may be named
   */
  record Encounter(String person, boolean newcomer, boolean online, Set<String> topics) {

    Encounter {
      topics = Set.copyOf(topics);
    }
  }

  Facts {
    met = List.copyOf(met);
  }

  long newcomers() {
    return met.stream().filter(Encounter::newcomer).count();
  }

  /** The share of meetings that were online too, in percent. */
  int virtualShare() {
    return met.isEmpty()
        ? 0
        : (int) (100 * met.stream().filter(Encounter::online).count() / met.size());
  }

  boolean knows(String person) {
    return met.stream().anyMatch(encounter -> encounter.person().equals(person));
  }

  boolean talkedAbout(String topic) {
    return met.stream().anyMatch(encounter -> encounter.topics().contains(topic));
  }
}
