package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TrailsTest {

  private static final String ONE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String OTHER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final CloudEvents cloudEvents = new CloudEvents("/test-service", MachineClock.system());

  @Test
  void a_message_of_two_requests_is_followed_for_both() {
    assertThat(sent(fact().tracedBy(List.of(ONE, OTHER, ONE)))).containsExactly(ONE, OTHER);
    assertThat(sent(fact())).isEmpty();
  }

  @Test
  void a_message_of_a_crowd_is_followed_for_some() {
    var crowd =
        IntStream.range(1, 1_000)
            .mapToObj("00-4bf92f3577b34da6a3ce929d0e0e4736-%016x-01"::formatted)
            .toList();
    assertThat(sent(fact().tracedBy(crowd))).hasSize(25);
  }

  @Test
  void what_is_not_sampled_or_no_trace_is_passed_over() {
    var headers = new RecordHeaders();
    for (var text :
        List.of(
            ONE.replace("-01", "-00"),
            "ana@mail.example",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "")) {
      CloudEvents.add(headers, Trails.HEADER, text);
    }
    assertThat(Trails.read(headers)).isEmpty();
  }

  private List<String> sent(Outgoing message) {
    var headers = new RecordHeaders();
    cloudEvents.write(message, headers);
    return Trails.read(headers);
  }

  private static Outgoing fact() {
    return Outgoing.fact("thing-happened", UUID.randomUUID(), "1", "data");
  }
}
