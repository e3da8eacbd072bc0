package dev.rapport.events.organise;

import dev.rapport.events.edge.Insights;
import dev.rapport.events.event.Coverage;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.events.event.Roster;
import dev.rapport.messaging.EventClock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what an organiser sees: three reads. */
@Component
class Dashboards {

  private final Events events;
  private final Roster roster;
  private final Insights insights;
  private final EventClock clock;

  Dashboards(Events events, Roster roster, Insights insights, EventClock clock) {
    this.events = events;
    this.roster = roster;
    this.insights = insights;
    this.clock = clock;
  }

  Optional<Dashboard> of(Event.Id id) {
    return events
        .find(id)
        .map(
            event ->
                new Dashboard(
                    event,
                    Coverage.of(roster.attendees(List.of(id)).getOrDefault(id, 0L), event.counts()),
                    insights.of(id),
                    clock.now().truncatedTo(ChronoUnit.MILLIS)));
  }
}
