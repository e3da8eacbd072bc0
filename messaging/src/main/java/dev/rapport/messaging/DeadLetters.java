package dev.rapport.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks what no one can read on {@code <topic>.<service>.dlt}, whole, with the reason and where it
 * came from; replaying it is putting it on its own topic again.
 */
final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  /** A record and why it is here; the reason holds no value of the record. */
  record Letter(ConsumerRecord<byte[], byte[]> record, String reason) {}

  private final Publisher publisher;
  private final String service;
  private final MeterRegistry meters;

  DeadLetters(Publisher publisher, String service, MeterRegistry meters) {
    this.publisher = publisher;
    this.service = service;
    this.meters = meters;
  }

  /** Shows 0 for a topic before the first: a counter that appears with its first rises unseen. */
  void expect(String topic) {
    counter(topic);
  }

  void send(String topic, List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    publisher.sendRecords(letters.stream().map(this::record).toList());
    for (var letter : letters) {
      log.warn(
          "The record at {}@{} of {} went to the dead letters: {}.",
          letter.record().partition(),
          letter.record().offset(),
          topic,
          letter.reason());
    }
    counter(topic).increment(letters.size());
  }

  private Counter counter(String topic) {
    return meters.counter("rapport.dead.letters", "topic", topic);
  }

  private ProducerRecord<byte[], byte[]> record(Letter letter) {
    var from = letter.record();
    var headers = new RecordHeaders(from.headers().toArray());
    headers.remove("dlt_reason").remove("dlt_topic").remove("dlt_partition").remove("dlt_offset");
    CloudEvents.add(headers, "dlt_reason", letter.reason());
    CloudEvents.add(headers, "dlt_topic", from.topic());
    CloudEvents.add(headers, "dlt_partition", Integer.toString(from.partition()));
    CloudEvents.add(headers, "dlt_offset", Long.toString(from.offset()));
    return new ProducerRecord<>(
        from.topic() + "." + service + ".dlt", null, null, from.key(), from.value(), headers);
  }
}
