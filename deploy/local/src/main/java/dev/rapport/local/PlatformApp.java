package dev.rapport.local;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.rapport.local.process.Ports;
import dev.rapport.local.web.Answer;
import dev.rapport.local.web.Request;
import dev.rapport.local.web.WebServer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands for the conference platform's own app: takes the invitations that notification-service
 * posts to it (Standard Webhooks 1.0), and keeps each arrival, repeats included. Thread-safe.
 */
public final class PlatformApp implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATH = "/invitations";

  private final Clock clock;
  private final WebServer web;
  private final String secret = secret();
  private final Webhook verifier = new Webhook(secret);
  private final List<Invitation> arrived = new ArrayList<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> putOff = ConcurrentHashMap.newKeySet();

  /**
   * An invitation as it arrived.
   *
   * @param id the same in a repeat
   * @param owner external id of who would like to stay in touch
   * @param contact external id of who is told
   * @param signed machine time of its signature, in whole seconds
   * @param at machine time of its arrival
   */
  public record Invitation(
      UUID id, UUID followUp, String owner, String contact, Instant signed, Instant at) {}

  private PlatformApp(Clock clock, int port) {
    this.clock = clock;
    web = new WebServer(port).page(PATH, this::take);
  }

  /** Listens on a free port. */
  public static PlatformApp start(Clock clock) {
    return new PlatformApp(clock, Ports.any());
  }

  /** What is told to notification-service. */
  URI url() {
    return URI.create(web.base() + PATH);
  }

  String signedWith() {
    return secret;
  }

  /** From now on refuses every invitation to that person (422). */
  public void refuse(String contact) {
    refused.add(contact);
  }

  /** Puts off the next invitation to that person, as if it was too busy to answer (503). */
  public void putOff(String contact) {
    putOff.add(contact);
  }

  /** What was taken, from that one on, in order of arrival; repeats included. */
  public synchronized List<Invitation> since(int first) {
    return List.copyOf(arrived.subList(Math.min(first, arrived.size()), arrived.size()));
  }

  @Override
  public void close() {
    web.close();
  }

  private Answer take(Request request) {
    try {
      verifier.verify(request.body(), signature(request));
    } catch (WebhookVerificationException e) {
      return problem(401, "The signature is not that of the secret we share, or it is old.");
    }
    JsonNode data = JSON.readTree(request.body()).path("data");
    String contact = data.path("contact").path("externalId").asString("");
    if (refused.contains(contact)) {
      return problem(422, "This person does not take invitations here.");
    }
    if (putOff.remove(contact)) {
      return problem(503, "Too busy, try again.");
    }
    write(
        new Invitation(
            UUID.fromString(request.headers().getOrDefault("webhook-id", "")),
            UUID.fromString(data.path("followUp").asString()),
            data.path("owner").path("externalId").asString(""),
            contact,
            Instant.ofEpochSecond(
                Long.parseLong(request.headers().getOrDefault("webhook-timestamp", ""))),
            clock.instant()));
    return Answer.json(202, "{}");
  }

  private synchronized void write(Invitation invitation) {
    arrived.add(invitation);
  }

  private static Map<String, List<String>> signature(Request request) {
    return Map.of(
        Webhook.UNBRANDED_MSG_ID_KEY,
        List.of(request.headers().getOrDefault("webhook-id", "")),
        Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
        List.of(request.headers().getOrDefault("webhook-timestamp", "")),
        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
        List.of(request.headers().getOrDefault("webhook-signature", "")));
  }

  private static Answer problem(int status, String title) {
    return Answer.of(status, "application/problem+json", "{\"title\":\"" + title + "\"}");
  }

  private static String secret() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return "whsec_" + Base64.getEncoder().encodeToString(random);
  }
}
