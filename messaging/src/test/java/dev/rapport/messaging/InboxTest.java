package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.core.KafkaTemplate;

/** Delivers batches over and over, as the container does. */
class InboxTest {

  record Thing(String name) {}

  private static final int MANY = 50;

  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Inbox inbox = inbox();

  private final List<String> handled = new ArrayList<>();
  private @Nullable Throwable failure;

  private final Consumer<List<ConsumerRecord<byte[], byte[]>>> batches =
      inbox.batch(Contract.of("thing-changed", Thing.class), this::handle);

  @Test
  void a_lone_record_that_keeps_failing_by_itself_is_parked_at_last() {
    failure = new NullPointerException("a mistake of ours");
    assertThat(deliveriesOf(things("bad"))).isBetween(5, 20);
    assertThat(letters()).containsExactly("bad");
  }

  @ParameterizedTest
  @MethodSource("failuresOfOthers")
  void a_lone_record_is_never_parked_for_what_others_fail_at(Throwable ofOthers) {
    failure = ofOthers;
    for (var i = 0; i < MANY; i++) {
      failing(things("good"));
    }
    failure = null;
    batches.accept(things("good"));
    assertThat(handled).containsExactly("good");
    assertThat(letters()).isEmpty();
  }

  static Stream<Throwable> failuresOfOthers() {
    var refused = BsonDocument.parse("{ok: 0, code: 13, codeName: 'Unauthorized'}");
    return Stream.of(
        new MongoTimeoutException("the database is away"),
        new IllegalStateException(new MongoCommandException(refused, new ServerAddress())),
        new NotSent(1, 1, new java.util.concurrent.TimeoutException()),
        new OutOfMemoryError("the machine is full"));
  }

  @Test
  void what_failed_while_the_database_was_away_is_not_counted_against_a_record() {
    failure = new MongoTimeoutException("the database is away");
    for (var i = 0; i < MANY; i++) {
      failing(things("good"));
    }
    failure = new IllegalStateException("still waking up");
    failing(things("good"));
    failure = null;
    batches.accept(things("good"));
    assertThat(handled).containsExactly("good");
    assertThat(letters()).isEmpty();
  }

  @Test
  void where_none_passes_the_first_is_parked_and_the_others_are_tried_again() {
    failure = new IllegalArgumentException("of these");
    var batch = things("bad", "worse");
    while (letters().isEmpty()) {
      failing(batch);
    }
    assertThat(letters()).containsExactly("bad");
    failure = null;
    batches.accept(batch);
    assertThat(handled).containsExactly("worse");
  }

  @Test
  void what_cannot_be_read_is_parked_once_however_often_its_neighbour_is_retried() {
    failure = new MongoTimeoutException("the database is away");
    var batch = List.of(record(0, "no json"), record(1, json("good")));
    for (var i = 0; i < MANY; i++) {
      failing(batch);
    }
    failure = null;
    batches.accept(batch);
    assertThat(handled).containsExactly("good");
    assertThat(broker.history()).hasSize(1);
  }

  private void handle(List<Message<Thing>> messages) {
    switch (failure) {
      case null -> messages.forEach(message -> handled.add(message.body().name()));
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private int deliveriesOf(List<ConsumerRecord<byte[], byte[]>> batch) {
    for (var count = 1; count < MANY; count++) {
      try {
        batches.accept(batch);
        return count;
      } catch (Inbox.Again again) {
        continue;
      }
    }
    return MANY;
  }

  private void failing(List<ConsumerRecord<byte[], byte[]>> batch) {
    assertThatThrownBy(() -> batches.accept(batch)).isInstanceOf(Inbox.Again.class);
  }

  private List<String> letters() {
    return broker.history().stream()
        .map(letter -> new String(letter.value(), StandardCharsets.UTF_8))
        .map(value -> value.replaceAll(".*:\"|\"}", ""))
        .toList();
  }

  private Inbox inbox() {
    var json = MessagingConfiguration.json();
    var cloudEvents = new CloudEvents("/test-service", MachineClock.system());
    var clock = MachineClock.system();
    var watch = new Watch(meters, clock);
    var publisher = new Publisher(new KafkaTemplate<>(() -> broker), json, cloudEvents, watch);
    var letters = new DeadLetters(publisher, "test-service", meters);
    return new Inbox(new Reader(json), letters, new Waits(meters, clock));
  }

  private static List<ConsumerRecord<byte[], byte[]>> things(String... names) {
    return Stream.of(names).map(name -> record(name.hashCode(), json(name))).toList();
  }

  private static String json(String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
    var key = UUID.nameUUIDFromBytes(bytes(value)).toString();
    var record = new ConsumerRecord<>("thing-changed", 0, offset, bytes(key), bytes(value));
    Map.of("ce_specversion", "1.0", "ce_type", "dev.rapport.thing-changed.v1", "ce_id", "1")
        .forEach((name, text) -> CloudEvents.add(record.headers(), name, text));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
