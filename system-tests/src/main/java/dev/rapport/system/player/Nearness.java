package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws whom sensors see near each other. Some of them talk, some pass by, some have scanned each
 * other anyway; in the evening each looks at what is left to be asked.
 */
record Nearness(List<Attendee> people, Random random) {

  private static final Duration EVENING = Duration.ofHours(19);

  /** Those of a cast who agree to be sensed. */
  static Nearness among(List<Attendee> cast, long seed) {
    return new Nearness(
        cast.stream().filter(a -> a.agrees().contains(Purpose.BE_SENSED)).toList(),
        new Random(~seed * 31));
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Set<String> near = new TreeSet<>();
    for (int i = 0; i < people.size() / 2; i++) {
      Attendee one = people.get(random.nextInt(people.size()));
      Attendee other = people.get(random.nextInt(people.size()));
      if (one != other) {
        Duration from = Duration.ofSeconds(9 * 3600L + random.nextInt(8 * 3600));
        Duration to = from.plusSeconds(20 + random.nextInt(160));
        near.add(one.id());
        near.add(other.id());
        steps.add(new Step.Near(to.plusMinutes(5), one.id(), other.id(), from, to));
      }
    }
    Duration when = EVENING;
    for (String person : near) {
      when = when.plusMinutes(2);
      steps.add(new Step.Recall(when, person));
    }
    return steps;
  }
}
