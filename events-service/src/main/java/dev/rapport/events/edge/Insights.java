package dev.rapport.events.edge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.rapport.events.event.Event;
import dev.rapport.events.event.Events;
import dev.rapport.events.event.Roster;
import dev.rapport.events.tie.Ties;
import dev.rapport.messaging.DutyCycle;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts events anew, those with new ties first, all that are running slowly: time alone passes by
 * itself. A rest after each round keeps it under 5 % of a core at any size. For one thread.
 */
@Component
public class Insights {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> documents;
  private final Ties ties;
  private final Roster roster;
  private final Events events;
  private final List<CrowdWatcher> watchers;
  private final EventClock clock;
  private final MachineClock machine;
  private final WorkSettings settings;
  private final DutyCycle duty;
  private final LinkedHashSet<Event.Id> waiting = new LinkedHashSet<>();
  private Instant allAgainAt = Instant.MIN;

  Insights(
      MongoDatabase database,
      Ties ties,
      Roster roster,
      Events events,
      ObjectProvider<CrowdWatcher> watchers,
      EventClock clock,
      MachineClock machine,
      WorkSettings settings) {
    this.documents = database.getCollection("insights");
    this.ties = ties;
    this.roster = roster;
    this.events = events;
    this.watchers = watchers.orderedStream().toList();
    this.clock = clock;
    this.machine = machine;
    this.settings = settings;
    this.duty = new DutyCycle(machine);
  }

  /** The latest numbers of an event; zeros until it is counted. */
  public Insight of(Event.Id event) {
    return Optional.ofNullable(documents.find(Filters.eq("_id", event.value())).first())
        .map(InsightDocuments::read)
        .orElseGet(() -> Insight.nothingYet(clock.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  /** Counts one event, if it is time to; true when there was one. */
  boolean round() {
    if (!duty.isRested()) {
      return false;
    }
    ties.touched().forEach(event -> waiting.add(new Event.Id(event)));
    var now = machine.now();
    if (waiting.isEmpty() && !now.isBefore(allAgainAt)) {
      events.running().forEach(event -> waiting.add(event.id()));
      allAgainAt = now.plus(settings.retryAfter());
    }
    if (waiting.isEmpty()) {
      return false;
    }
    var next = waiting.removeFirst();
    try {
      events.find(next).ifPresent(this::count);
    } catch (RuntimeException e) {
      waiting.addLast(next); // behind the others, which it must not hold up
      throw e;
    }
    duty.worked(now);
    return true;
  }

  private void count(Event event) {
    var at = clock.now().truncatedTo(ChronoUnit.MILLIS);
    var hours = Hours.of(event.dates().starts(), event.dates().ends(), at);
    var crowd = new Crowd(hours, roster.guests(event.id()));
    ties.each(event.id().value(), crowd::add);
    var course = Course.of(crowd);
    documents.replaceOne(
        Filters.eq("_id", event.id().value()),
        InsightDocuments.write(event.id(), Insight.of(crowd, course, at)),
        UPSERT);
    watchers.forEach(watcher -> watcher.counted(event, crowd, course.now()));
  }
}
