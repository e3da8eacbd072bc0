package dev.rapport.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns a raw record into a message, or says why it cannot be read. */
final class Reader {

  /** A record that cannot be read; the reason names no value of it. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
      super(reason);
    }
  }

  private final JsonMapper json;

  Reader(JsonMapper json) {
    this.json = json;
  }

  <T> Message<T> read(Contract<T> contract, ConsumerRecord<byte[], byte[]> record)
      throws Unreadable {
    envelope(contract, record.headers());
    var key = key(record.key());
    var value = record.value();
    if (value == null) {
      if (!contract.tombstones()) {
        throw new Unreadable("a tombstone, where this topic has none");
      }
      return new Message<>(key, null, rev(record.headers(), true));
    }
    return new Message<>(
        key,
        parse(contract.type(), value),
        rev(record.headers(), false),
        Trails.read(record.headers()));
  }

  private static void envelope(Contract<?> contract, Headers headers) throws Unreadable {
    expect(headers, "ce_specversion", "1.0");
    expect(headers, "ce_type", CloudEvents.type(contract.topic()));
    if (CloudEvents.text(headers, "ce_id") == null) {
      throw new Unreadable("the header ce_id is missing");
    }
  }

  private static void expect(Headers headers, String name, String expected) throws Unreadable {
    var found = CloudEvents.text(headers, name);
    if (found == null) {
      throw new Unreadable("the header %s is missing; expected %s".formatted(name, expected));
    }
    if (!found.equals(expected)) {
      throw new Unreadable("the header %s is not %s".formatted(name, expected));
    }
  }

  private static String key(byte[] key) throws Unreadable {
    if (key == null || key.length == 0) {
      throw new Unreadable("the key is missing");
    }
    // Every topic is keyed by an id, and a tombstone has nothing else to go by.
    try {
      return UUID.fromString(new String(key, StandardCharsets.UTF_8)).toString();
    } catch (IllegalArgumentException e) {
      throw new Unreadable("the key is not a UUID");
    }
  }

  private static long rev(Headers headers, boolean required) throws Unreadable {
    var rev = CloudEvents.text(headers, "rev");
    if (rev == null) {
      if (required) {
        throw new Unreadable("a tombstone without the header rev");
      }
      return 0;
    }
    try {
      return Long.parseLong(rev);
    } catch (NumberFormatException e) {
      throw new Unreadable("the header rev is not a number");
    }
  }

  private <T> T parse(Class<T> type, byte[] value) throws Unreadable {
    T parsed;
    try {
      parsed = json.readValue(value, type);
    } catch (JacksonException e) {
      // The original message quotes the record, which may hold personal data.
      throw new Unreadable(
          "the value is not the JSON of %s (%s%s)"
              .formatted(type.getSimpleName(), e.getClass().getSimpleName(), where(e)));
    }
    if (parsed == null) {
      throw new Unreadable("the value is null");
    }
    var missing = Required.firstMissing(parsed);
    if (missing != null) {
      throw new Unreadable("the required field %s is missing".formatted(missing));
    }
    return parsed;
  }

  private static String where(JacksonException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      var name = step.getPropertyName();
      path.append('/').append(name == null ? step.getIndex() : name);
    }
    return path.isEmpty() ? "" : " at " + path;
  }
}
