package dev.rapport.notification;

import org.springframework.test.context.DynamicPropertyRegistry;

/** What the service needs to start in a test. */
final class Settings {

  private Settings() {}

  static void common(DynamicPropertyRegistry registry, String database) {
    registry.add("spring.mongodb.uri", () -> Stage.PARTS.mongo("notification-" + database));
    registry.add("spring.kafka.bootstrap-servers", Stage.PARTS::kafka);
    registry.add(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> "http://localhost:1");
    registry.add("rapport.installation.key", () -> "a test installation's key, long enough");
    registry.add("rapport.poll", () -> "100ms");
    registry.add("rapport.claim-expiry", () -> "5s");
    registry.add("rapport.smtp.host", () -> "127.0.0.1");
    registry.add("rapport.smtp.port", Stage.MAIL::port);
    registry.add("rapport.smtp.connections", () -> "2");
    registry.add("rapport.smtp.timeout", () -> "1s");
    registry.add("rapport.sending.mode", () -> "live");
    registry.add("rapport.links.answers", () -> "https://follow.example");
    registry.add("rapport.links.own", () -> "https://notify.example");
  }
}
