package dev.rapport.events.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an event.
 *
 * @param seeks topics in which they look for somebody there
 * @param offers topics in which they can help
 * @param openers sentences to begin with
 */
record Plan(Goals goals, List<String> seeks, List<String> offers, List<String> openers) {

  /** No plan yet. */
  static final Plan NONE = new Plan(Goals.NONE, List.of(), List.of(), List.of());

  /**
   * What success looks like, each of it measured; null or empty is no goal.
   *
   * @param peopleMet how many they want to meet
   * @param newcomers of them, here for the first time
   * @param people whom they want to meet, by the platform's identifiers
   * @param topics on each of which they want to meet somebody
   * @param virtualShare the least share of meetings online, in percent
   * @param followUpsInTime how many follow-ups they want to have done in time
   */
  record Goals(
      @Nullable Integer peopleMet,
      @Nullable Integer newcomers,
      List<String> people,
      List<String> topics,
      @Nullable Integer virtualShare,
      @Nullable Integer followUpsInTime) {

    static final Goals NONE = new Goals(null, null, List.of(), List.of(), null, null);

    Goals {
      people = List.copyOf(people);
      topics = List.copyOf(topics);
    }
  }

  Plan {
    seeks = List.copyOf(seeks);
    offers = List.copyOf(offers);
    openers = List.copyOf(openers);
  }
}
