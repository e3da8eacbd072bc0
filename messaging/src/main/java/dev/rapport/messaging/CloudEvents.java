package dev.rapport.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes are headers, the value is the data.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     Protocol Binding</a>
 */
record CloudEvents(String source, MachineClock clock) {

  static final String JSON = "application/json";

  static String type(String topic) {
    return "dev.rapport." + topic + ".v1";
  }

  void write(Outgoing message, Headers headers) {
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", message.id());
    add(headers, "ce_source", source);
    add(headers, "ce_type", type(message.topic()));
    add(headers, "ce_time", clock.now().toString());
    add(headers, "content-type", JSON);
    var rev = message.rev();
    if (rev != null) {
      add(headers, "rev", rev.toString());
    }
    message.traces().forEach(trace -> add(headers, Trails.HEADER, trace));
  }

  static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
