package dev.rapport.notification.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private static Answer.Said said(int status, Map<String, String> headers) {
    return new Answer.Said(status, headers, "");
  }

  @Test
  void seconds_and_dates_of_retry_after_are_understood() {
    for (var text : new String[] {"30", "Thu, 01 Jan 2026 12:00:30 GMT"}) {
      assertThat(said(503, Map.of("retry-after", text)).notBefore(NOW))
          .isEqualTo(NOW.plusSeconds(30));
    }
  }

  @Test
  void a_spent_limit_of_mastodon_says_when_it_starts_again() {
    var reset = "2026-01-01T12:05:00.123Z";
    for (var answer :
        new Answer.Said[] {
          said(429, Map.of("x-ratelimit-reset", reset)),
          said(200, Map.of("x-ratelimit-reset", reset, "x-ratelimit-remaining", "0"))
        }) {
      assertThat(answer.isSpent()).isTrue();
      assertThat(answer.notBefore(NOW)).isEqualTo(Instant.parse(reset));
    }
    var plenty = Map.of("x-ratelimit-reset", reset, "x-ratelimit-remaining", "299");
    assertThat(said(200, plenty).notBefore(NOW)).isNull();
  }

  @Test
  void nobody_is_kept_waiting_longer_than_a_day() {
    assertThat(said(429, Map.of("retry-after", "999999999")).notBefore(NOW))
        .isEqualTo(NOW.plusSeconds(86_400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-5", "99999999999999999999999999", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void what_nobody_can_read_or_is_over_says_nothing(String text) {
    assertThat(said(429, Map.of("retry-after", text)).notBefore(NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "200,true,false",
    "204,true,false",
    "302,false,false",
    "400,false,true",
    "408,false,false",
    "410,false,true",
    "422,false,true",
    "425,false,false",
    "429,false,false",
    "500,false,false",
    "503,false,false"
  })
  void only_what_will_never_work_is_refused(int status, boolean done, boolean refused) {
    assertThat(said(status, Map.of()).isDone()).isEqualTo(done);
    assertThat(said(status, Map.of()).isRefused()).isEqualTo(refused);
  }
}
