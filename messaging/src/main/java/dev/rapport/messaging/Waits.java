package dev.rapport.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** How long records waited until they were handled, and how old those are that are in work now. */
final class Waits {

  /** Where an alert may draw a line between in time and late. */
  private static final Duration[] LINES = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofHours(1)
  };

  /**
   * A batch that is tried again is seen every few seconds. One that was not seen for longer than a
   * poll may take has gone to another instance.
   */
  private static final Duration GONE = Duration.ofMinutes(5);

  private final MeterRegistry meters;
  private final MachineClock clock;

  Waits(MeterRegistry meters, MachineClock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** Those of a topic. */
  Topic of(String topic) {
    return new Topic(topic);
  }

  final class Topic {

    private final Timer waited;

    /** When the oldest record in work was sent, and when that was seen last. */
    private record InWork(Instant sent, Instant seen) {}

    private volatile @Nullable InWork inWork;

    private Topic(String topic) {
      waited =
          Timer.builder("rapport.inbox.wait")
              .tag("topic", topic)
              .description("From a record's sending until it is handled")
              .serviceLevelObjectives(LINES)
              .register(meters);
      Gauge.builder("rapport.inbox.age", this, Topic::age)
          .tag("topic", topic)
          .description("Age of the oldest record that is being handled, or tried again; 0 if none")
          .baseUnit("seconds")
          .register(meters);
    }

    /** A batch has come, perhaps again. */
    void begun(List<ConsumerRecord<byte[], byte[]>> records) {
      var oldest = records.stream().mapToLong(ConsumerRecord::timestamp).filter(t -> t >= 0).min();
      inWork =
          oldest.isPresent()
              ? new InWork(Instant.ofEpochMilli(oldest.getAsLong()), clock.now())
              : null;
    }

    /** It is done with. */
    void handled(List<ConsumerRecord<byte[], byte[]>> records) {
      inWork = null;
      var now = clock.now();
      for (var record : records) {
        if (record.timestamp() >= 0) {
          waited.record(since(Instant.ofEpochMilli(record.timestamp()), now));
        }
      }
    }

    private double age() {
      var work = inWork;
      var now = clock.now();
      return work == null || work.seen().plus(GONE).isBefore(now)
          ? 0
          : since(work.sent(), now).toMillis() / 1_000.0;
    }
  }

  /** Clocks of two machines may differ by a little. */
  private static Duration since(Instant sent, Instant now) {
    return sent.isAfter(now) ? Duration.ZERO : Duration.between(sent, now);
  }
}
