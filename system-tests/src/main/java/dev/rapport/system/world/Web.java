package dev.rapport.system.world;

import dev.rapport.system.ledger.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls as a platform makes them: the same call again, with the same key, until it is answered.
 * Thread-safe.
 */
public final class Web {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** People at a browser are not as patient as platforms. */
  private static final Duration PEOPLES_PATIENCE = Duration.ofMinutes(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EventTime time;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final HttpClient once =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public Web(EventTime time) {
    this.time = time;
  }

  /** A call with a JSON body, or without one. */
  public Answer json(String method, URI uri, String token, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json");
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    return call(request.build(), PATIENCE);
  }

  /** What a browser does with a link. */
  public Answer page(URI uri) {
    return page(uri, "");
  }

  /** The same with a cookie; an empty one is none. */
  public Answer page(URI uri, String cookie) {
    return call(from(uri, cookie).build(), PEOPLES_PATIENCE);
  }

  /** What a browser does with a form. */
  public Answer form(URI uri, String fields) {
    return form(uri, fields, "");
  }

  /** The same with a cookie; an empty one is none. */
  public Answer form(URI uri, String fields, String cookie) {
    return call(posted(uri, fields, cookie), PEOPLES_PATIENCE);
  }

  /** Presses the button behind a link that works once; answers the cookie that it sets, or none. */
  public String cookieBehind(URI uri) {
    try {
      return once.send(posted(uri, "", ""), BodyHandlers.discarding())
          .headers()
          .firstValue("Set-Cookie")
          .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
          .orElse("");
    } catch (IOException e) {
      return ""; // it may have worked: only a fresh link helps
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static HttpRequest posted(URI uri, String fields, String cookie) {
    return from(uri, cookie)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", uri.getScheme() + "://" + uri.getAuthority())
        .header("Sec-Fetch-Site", "same-origin")
        .POST(BodyPublishers.ofString(fields))
        .build();
  }

  private static HttpRequest.Builder from(URI uri, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private Answer call(HttpRequest request, Duration patience) {
    Instant asked = time.machineNow();
    Instant giveUp = asked.plus(patience);
    Duration pause = Duration.ofMillis(50);
    String last = "";
    for (int tries = 1; time.machineNow().isBefore(giveUp); tries++) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          Instant answered = time.machineNow();
          Moment when = new Moment(asked, answered, time.event(answered));
          return new Answer(response.statusCode(), response.body(), when, tries);
        }
        last = response.statusCode() + " " + response.body();
      } catch (IOException e) {
        last = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new IOException("interrupted", e));
      }
      pause(pause);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
    Instant now = time.machineNow();
    throw new NoAnswer(
        request.method() + " " + request.uri().getPath(),
        last,
        new Moment(asked, now, time.event(now)));
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  /** A call that was not answered for minutes. */
  public static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String call;
    private final transient Moment when;

    NoAnswer(String call, String last, Moment when) {
      super("%s was not answered; at last: %s".formatted(call, last));
      this.call = call;
      this.when = when;
    }

    public String call() {
      return call;
    }

    public Moment when() {
      return when;
    }
  }
}
