package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class WaitsTest {

  private static final Instant SENT = Instant.parse("2026-09-16T09:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = SENT.plusSeconds(10);
  private final Waits.Topic topic = new Waits(meters, () -> now).of("thing-changed");

  @Test
  void a_batch_that_is_tried_again_and_again_grows_old_until_it_is_handled() {
    var batch = List.of(record(SENT), record(SENT.plusSeconds(5)));
    topic.begun(batch);
    assertThat(age()).isEqualTo(10);
    now = SENT.plus(Duration.ofMinutes(2));
    topic.begun(batch);
    assertThat(age()).isEqualTo(120);
    topic.handled(batch);
    assertThat(age()).isZero();
    var waited = meters.get("rapport.inbox.wait").tag("topic", "thing-changed").timer();
    assertThat(waited.count()).isEqualTo(2);
    assertThat(waited.max(TimeUnit.SECONDS)).isEqualTo(120);
  }

  @Test
  void a_batch_that_went_to_another_instance_alarms_nobody() {
    topic.begun(List.of(record(SENT)));
    now = SENT.plus(Duration.ofHours(1));
    assertThat(age()).isZero();
  }

  @Test
  void a_record_without_a_moment_or_of_a_clock_that_is_ahead_has_not_waited() {
    var batch = List.of(record(Instant.ofEpochMilli(-1)), record(now.plusSeconds(3)));
    topic.begun(batch);
    assertThat(age()).isZero();
    topic.handled(batch);
    var waited = meters.get("rapport.inbox.wait").timer();
    assertThat(waited.count()).isEqualTo(1);
    assertThat(waited.max(TimeUnit.SECONDS)).isZero();
  }

  private double age() {
    return meters.get("rapport.inbox.age").gauge().value();
  }

  private static ConsumerRecord<byte[], byte[]> record(Instant sent) {
    return new ConsumerRecord<>(
        "thing-changed",
        0,
        0,
        sent.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        new byte[0],
        new byte[0],
        new RecordHeaders(),
        Optional.empty());
  }
}
