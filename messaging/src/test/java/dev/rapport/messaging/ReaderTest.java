package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderTest {

  record Part(String code, @Nullable String until) {}

  enum Kind {
    LARGE
  }

  record Thing(
      String name,
      int count,
      List<Part> parts,
      @Nullable Map<String, Long> counts,
      @Nullable Kind kind) {}

  private static final Contract<Thing> THINGS = Contract.of("thing-changed", Thing.class);

  private static final String KEY = "5f2d1c52-6a3b-8f0e-9c4d-1b2a3c4d5e6f";

  private static final Map<String, String> ENVELOPE =
      Map.of(
          "ce_specversion", "1.0",
          "ce_type", "dev.rapport.thing-changed.v1",
          "ce_id", "1",
          "rev", "7");

  private final Reader reader = new Reader(MessagingConfiguration.json());

  @Test
  void a_whole_record_is_read_and_unknown_fields_are_passed_over() throws Exception {
    var message =
        reader.read(
            THINGS,
            record(
                KEY,
                "{\"name\":\"a\",\"count\":2,\"parts\":[{\"code\":\"x\"}],\"new\":1}",
                ENVELOPE));
    assertThat(message)
        .isEqualTo(
            new Message<>(KEY, new Thing("a", 2, List.of(new Part("x", null)), null, null), 7));
  }

  @Test
  void a_tombstone_is_read_where_one_belongs() throws Exception {
    var message = reader.read(THINGS.withTombstones(), record(KEY, null, ENVELOPE));
    assertThat(message.value()).isNull();
    assertThat(message.rev()).isEqualTo(7);
  }

  @Test
  void what_cannot_be_read_says_why_and_quotes_nothing() {
    unreadable("{\"name\":\"secret\"", "not the JSON");
    unreadable("{\"name\":\"secret\",\"count\":\"many\",\"parts\":[]}", "at /count");
    unreadable("{\"name\":\"secret\",\"parts\":[]}", "count");
    unreadable("{\"count\":1,\"parts\":[]}", "the required field name is missing");
    unreadable("{\"name\":\"secret\",\"count\":1,\"parts\":[{}]}", "parts[0].code is missing");
    unreadable(
        "{\"name\":\"a\",\"count\":1,\"parts\":[],\"counts\":{\"secret\":null}}",
        "counts[*] is missing");
    unreadable("{\"name\":\"a\",\"count\":1,\"parts\":[],\"kind\":\"secret\"}", "at /kind");
    unreadable("null", "the value is null");
    unreadable(null, "tombstone");
  }

  @Test
  void a_record_of_another_kind_or_version_is_refused() {
    refused(record(KEY, "{}", without("ce_type", "dev.rapport.thing-changed.v2")), "ce_type");
    refused(record(KEY, "{}", without("ce_type", null)), "ce_type is missing");
    refused(record(KEY, "{}", without("ce_id", null)), "ce_id is missing");
    refused(record(null, "{}", ENVELOPE), "the key is missing");
    refused(record("secret", "{}", ENVELOPE), "the key is not a UUID");
  }

  private void unreadable(@Nullable String value, String reason) {
    refused(record(KEY, value, ENVELOPE), reason);
  }

  private void refused(ConsumerRecord<byte[], byte[]> record, String reason) {
    assertThatThrownBy(() -> reader.read(THINGS, record))
        .isInstanceOf(Reader.Unreadable.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("secret");
  }

  private static Map<String, String> without(String name, @Nullable String instead) {
    var headers = new java.util.HashMap<>(ENVELOPE);
    headers.remove(name);
    if (instead != null) {
      headers.put(name, instead);
    }
    return headers;
  }

  @SuppressWarnings("NullAway") // records without key or value are what is tried
  private static ConsumerRecord<byte[], byte[]> record(
      @Nullable String key, @Nullable String value, Map<String, String> headers) {
    var record =
        new ConsumerRecord<>(
            "thing-changed",
            0,
            0,
            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
            value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    headers.forEach((name, text) -> CloudEvents.add(record.headers(), name, text));
    return record;
  }
}
