package dev.rapport.events.organise;

import dev.rapport.events.edge.Insight;
import dev.rapport.events.event.Coverage;
import dev.rapport.events.event.Event;
import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Figures;
import java.time.Instant;
import java.util.Map;

/** All that an organiser sees of an event, as of now. */
record Dashboard(Event event, Coverage coverage, Insight insight, Instant now) {

  Counts.Progress progress() {
    return event.counts().progress() instanceof Counts.Progress progress
        ? progress
        : new Counts.Progress(0, 0, 0, 0, Map.of(), Counts.People.NOBODY);
  }

  Figures figures() {
    return progress().figures();
  }

  /** When the last follow-up of those who met at the end is due; late reports have more time. */
  Instant deadline() {
    return event.dates().ends().plus(event.details().policy().followUpWithin());
  }

  Outlook outlook() {
    return Outlook.of(event.state(), event.held(), coverage, progress(), deadline(), now);
  }

  /** Changes with what is shown, and with nothing else. */
  String version() {
    var meetings = event.counts().meetings();
    return "%d %d %d %d %s"
        .formatted(
            event.rev(),
            meetings == null ? 0 : meetings.rev(),
            progress().rev(),
            coverage.attendees(),
            insight.at());
  }
}
