package dev.rapport.messaging;

import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages and waits until the broker has acknowledged each of them. */
public final class Publisher {

  private final KafkaTemplate<byte[], byte[]> kafka;
  private final JsonMapper json;
  private final CloudEvents cloudEvents;
  private final Watch watch;

  Publisher(
      KafkaTemplate<byte[], byte[]> kafka, JsonMapper json, CloudEvents cloudEvents, Watch watch) {
    this.kafka = kafka;
    this.json = json;
    this.cloudEvents = cloudEvents;
    this.watch = watch;
  }

  /** Shows for how long the oldest document of a collection owes its newest state. */
  void owes(String collection, Watch.Oldest oldest) {
    watch.age(
        "rapport.outbox.age",
        Tags.of("collection", collection),
        "Age of the oldest change that the broker does not have yet, 0 if it has all",
        oldest);
  }

  /**
   * Sends all and returns when all are acknowledged.
   *
   * @throws NotSent if any was not; the others may have been
   */
  public void send(List<Outgoing> messages) {
    sendRecords(messages.stream().map(this::record).toList());
  }

  void sendRecords(List<ProducerRecord<byte[], byte[]>> records) {
    var sent = new ArrayList<CompletableFuture<?>>(records.size());
    for (var record : records) {
      sent.add(sendOne(record));
    }
    var failed = 0;
    Throwable first = null;
    for (var future : sent) {
      var failure = failure(future);
      if (failure != null) {
        failed++;
        first = first == null ? failure : first;
      }
    }
    if (first != null) {
      throw new NotSent(failed, records.size(), first);
    }
  }

  // send() fails its future for some reasons and throws for others (no such topic, too large).
  private CompletableFuture<?> sendOne(ProducerRecord<byte[], byte[]> record) {
    try {
      return kafka.send(record);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static @Nullable Throwable failure(CompletableFuture<?> future) {
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }

  private ProducerRecord<byte[], byte[]> record(Outgoing message) {
    var value = message.data() == null ? null : json.writeValueAsBytes(message.data());
    var key = message.key().getBytes(StandardCharsets.UTF_8);
    var record = new ProducerRecord<byte[], byte[]>(message.topic(), key, value);
    cloudEvents.write(message, record.headers());
    return record;
  }
}
