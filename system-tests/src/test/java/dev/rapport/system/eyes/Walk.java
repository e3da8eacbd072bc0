package dev.rapport.system.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.world.Api;
import dev.rapport.system.world.Web;
import dev.rapport.system.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two people meet at an event of their own, which is over soon after. */
final class Walk {

  private static final String LABEL = "walk";

  private final World world;
  private final Api api;

  Walk(World world, Web web) {
    this.world = world;
    this.api = new Api(world, web, LABEL);
  }

  /** One reports it in a request that is to be followed; the other will be invited. */
  void met(String traceparent) {
    Instant now = world.time().now();
    api.putEvent(
            Map.of(
                "name",
                "A walk",
                "starts",
                now.minus(Duration.ofHours(2)).toString(),
                "ends",
                now.plus(Duration.ofHours(2)).toString(),
                "zone",
                "UTC",
                "sender",
                Map.of("name", "Walks", "address", "hello@organiser.example")))
        .orRefuse("PUT event");
    for (String person : List.of("walk-one", "walk-two")) {
      api.person(
              person,
              Map.of(
                  "name",
                  "Walker " + person,
                  "email",
                  person + "@people.example",
                  "locale",
                  "en",
                  "consents",
                  List.of(yes("writeInMyName", now), yes("receiveInvitations", now))))
          .orRefuse("PUT person");
      api.attendance(person, Map.of("badges", List.of("badge-of-" + person), "role", "attendee"))
          .orRefuse("PUT attendance");
    }
    report(traceparent, world.time().now());
  }

  private String token() {
    return world.tokens().apply(Map.of("scope", "platform"));
  }

  private static Map<String, Object> yes(String purpose, Instant at) {
    return Map.of(
        "purpose",
        purpose,
        "given",
        true,
        "at",
        at.toString(),
        "source",
        "registration form",
        "wording",
        "Yes.");
  }

  private void report(String traceparent, Instant at) {
    String body =
        "{\"key\":\"walk/1\",\"reporter\":\"walk-one\",\"contact\":\"walk-two\",\"how\":\"faceToFace\",\"at\":\"%s\"}"
            .formatted(at);
    String path = "/organisers/organiser-%s/events/event-%s/reports".formatted(LABEL, LABEL);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(world.contacts() + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .header("traceparent", traceparent)
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
