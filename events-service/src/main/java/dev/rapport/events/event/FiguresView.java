package dev.rapport.events.event;

import dev.rapport.events.life.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where follow-ups stand, and what is to be sent; a word that is not named has none.
 *
 * @param byState open ones: waiting, scheduled, withOwner, due
 * @param byAnswer accepted, declined, notMet, blocked
 * @param byChannel those that went out or were done: mail, platform, mastodon, byHand
 * @param byTrouble those whose mail a server put off (deferred) or refused (bounced)
 * @param bothWilling of the open and the connected ones, where both directions go by themselves
 * @param forecast those to be sent, by UTC day; all of one person's on one day are one mail
 * @param settled by the hour of their outcome, event time
 */
@Schema(name = "Figures")
record FiguresView(
    Map<String, Long> byState,
    Map<String, Long> byAnswer,
    Map<String, Long> byChannel,
    Map<String, Long> byTrouble,
    long bothWilling,
    List<Forecast> forecast,
    List<Settled> settled) {

  /** Follow-ups that are to be sent on a UTC day. */
  @Schema(name = "Forecast")
  record Forecast(LocalDate day, long count) {}

  /** Follow-ups with an outcome in the hour that starts here. */
  @Schema(name = "SettledInHour")
  record Settled(Instant hour, long inTime, long late) {}

  static FiguresView of(Figures figures) {
    return new FiguresView(
        figures.byState(),
        figures.byAnswer(),
        figures.byChannel(),
        figures.byTrouble(),
        figures.bothWilling(),
        figures.scheduled().stream().map(day -> new Forecast(day.day(), day.count())).toList(),
        figures.settled().stream()
            .map(hour -> new Settled(hour.hour(), hour.inTime(), hour.late()))
            .toList());
  }
}
