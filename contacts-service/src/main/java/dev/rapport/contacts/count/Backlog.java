package dev.rapport.contacts.count;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.rapport.contacts.meeting.Meetings;
import dev.rapport.contacts.report.Scans;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is still to be done, as metrics; asked for at each scrape, from small indexes. */
@Component
class Backlog implements MeterBinder {

  private final MongoDatabase database;
  private final Scans scans;
  private final MachineClock clock;

  Backlog(MongoDatabase database, Scans scans, MachineClock clock) {
    this.database = database;
    this.scans = scans;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("rapport.scans.waiting", scans, Scans::waitingCount)
        .description("Scans whose badge is not known yet")
        .register(registry);
    Gauge.builder("rapport.outbox.age", this, Backlog::oldestUnsent)
        .tag("topic", "contact-met")
        .description("Age of the oldest meeting whose newest state is not sent, 0 when none is")
        .baseUnit("seconds")
        .register(registry);
  }

  private double oldestUnsent() {
    var oldest =
        database
            .getCollection(Meetings.COLLECTION)
            .find(Filters.exists(Outbox.PENDING_SINCE, true))
            .projection(Projections.include(Outbox.PENDING_SINCE))
            .sort(Sorts.ascending(Outbox.PENDING_SINCE))
            .first();
    return oldest == null
        ? 0
        : Duration.between(oldest.getDate(Outbox.PENDING_SINCE).toInstant(), clock.now()).toMillis()
            / 1_000.0;
  }
}
