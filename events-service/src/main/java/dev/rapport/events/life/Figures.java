package dev.rapport.events.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What followup-service tells beside the numbers that an event closes by; nothing rests on it but
 * what its organiser sees. A word that is not named has none.
 *
 * @param byState open ones: waiting, scheduled, withOwner, due
 * @param byAnswer accepted, declined, notMet, blocked
 * @param byChannel those that went out or were done: mail, platform, mastodon, byHand
 * @param byTrouble those whose mail a server put off (deferred) or refused (bounced)
 * @param bothWilling of the open and the connected ones, where both directions go by themselves
 * @param scheduled those to be sent, by UTC day
 * @param settled by the hour of their outcome, event time
 */
public record Figures(
    Map<String, Long> byState,
    Map<String, Long> byAnswer,
    Map<String, Long> byChannel,
    Map<String, Long> byTrouble,
    long bothWilling,
    List<Day> scheduled,
    List<Hour> settled) {

  /** Nothing told. */
  public static final Figures NONE =
      new Figures(Map.of(), Map.of(), Map.of(), Map.of(), 0, List.of(), List.of());

  /** Follow-ups that are to be sent on a UTC day. */
  public record Day(LocalDate day, long count) {}

  /** Follow-ups with an outcome in the hour that starts here. */
  public record Hour(Instant hour, long inTime, long late) {}

  public Figures {
    byState = Map.copyOf(byState);
    byAnswer = Map.copyOf(byAnswer);
    byChannel = Map.copyOf(byChannel);
    byTrouble = Map.copyOf(byTrouble);
    scheduled = List.copyOf(scheduled);
    settled = List.copyOf(settled);
  }
}
