package dev.rapport.messaging;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a request that is sampled over documents and topics to what comes of it, days later. The
 * request's {@code traceparent} (W3C Trace Context) is kept in the document that it changed and
 * carried by the records that follow from it; at each station a span and a line in the log name it.
 * A record that goes back to several requests carries several. What is not sampled is not kept, and
 * costs nothing.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class Trails {

  private static final Logger log = LoggerFactory.getLogger(Trails.class);

  /** The header of requests and of records. */
  static final String HEADER = "traceparent";

  private static final Pattern SAMPLED =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01");

  private final Tracer tracer;
  private final Propagator propagator;

  Trails(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** Returns the request that this thread works for, or null where it is not followed. */
  public @Nullable String current() {
    var span = tracer.currentSpan();
    if (span == null || !Boolean.TRUE.equals(span.context().sampled())) {
      return null;
    }
    return "00-%s-%s-01".formatted(span.context().traceId(), span.context().spanId());
  }

  /** Notes that what came of these requests has reached a station; the id says with what. */
  public void reached(String station, UUID id, Collection<String> traces) {
    for (var trace : traces) {
      var span =
          propagator
              .extract(Map.of(HEADER, trace), (carrier, name) -> carrier.get(name))
              .name(station)
              .tag("id", id.toString())
              .start();
      try (var _ = tracer.withSpan(span)) {
        log.info("Followed: {} {}.", station, id);
      } finally {
        span.end();
      }
    }
  }

  /** What a record goes back to; what is no sampled trace is passed over. */
  static List<String> read(Headers headers) {
    var seen = new HashSet<String>();
    var traces = new ArrayList<String>();
    for (var header : headers.headers(HEADER)) {
      var trace = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
      if (SAMPLED.matcher(trace).matches() && seen.add(trace)) {
        traces.add(trace);
      }
    }
    return List.copyOf(traces);
  }
}
