package dev.rapport.notification.outward;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came back from a server. */
public sealed interface Answer {

  /** It was not called: it keeps failing, and is left alone for so long (machine time). */
  record Untried(Duration rest) implements Answer {}

  /** The request never reached it: nothing can have happened there. */
  record Unreached() implements Answer {}

  /** The request was sent and no answer was read: anything may have happened. */
  record Silence() implements Answer {}

  /**
   * It answered.
   *
   * @param headers by name in lower case
   * @param body at most 256 KB of text
   */
  record Said(int status, Map<String, String> headers, String body) implements Answer {

    private static final int OUT_OF_TURN = 429;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Whether it did what was asked. */
    public boolean isDone() {
      return status / 100 == 2;
    }

    /** Whether it will never do that: 4xx, but not those that speak of the moment. */
    public boolean isRefused() {
      return status / 100 == 4 && status != 408 && status != 425 && status != OUT_OF_TURN;
    }

    /** Whether it wants to hear nothing more for now, whatever it did with this. */
    public boolean isSpent() {
      return status == OUT_OF_TURN || "0".equals(headers.get("x-ratelimit-remaining"));
    }

    /**
     * When it wants to be asked again, in machine time, at most a day ahead: {@code Retry-After}
     * (RFC 9110), or the {@code X-RateLimit-Reset} of Mastodon when it is spent.
     */
    public @Nullable Instant notBefore(Instant now) {
      var wanted = moment(headers.get("retry-after"), text -> retryAfter(text, now));
      if (wanted == null && isSpent()) {
        wanted =
            moment(
                headers.get("x-ratelimit-reset"), text -> OffsetDateTime.parse(text).toInstant());
      }
      if (wanted == null || wanted.isBefore(now)) {
        return null;
      }
      var latest = now.plus(LONGEST);
      return wanted.isAfter(latest) ? latest : wanted;
    }

    private static Instant retryAfter(String text, Instant now) {
      return text.chars().allMatch(Character::isDigit)
          ? now.plusSeconds(Long.parseLong(text))
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** A header that nobody can read says nothing. */
    private static @Nullable Instant moment(
        @Nullable String text, Function<String, Instant> reading) {
      if (text == null || text.isBlank() || text.length() > 40) {
        return null;
      }
      try {
        return reading.apply(text.strip());
      } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
        return null;
      }
    }
  }
}
