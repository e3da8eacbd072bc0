package dev.rapport.notification;

import dev.rapport.local.Issuer;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The service on real parts. It is closed after each class: two of them would share the consumer
 * groups and the database, as two instances do.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestPropertySource(properties = "rapport.sending.mode=live")
abstract class RunningService {

  static final Issuer ISSUER = Issuer.start();

  final Stage stage = new Stage();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> Stage.PARTS.mongo(Stage.DATABASE));
    registry.add("spring.kafka.bootstrap-servers", Stage.PARTS::kafka);
    registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
    registry.add("rapport.installation.key", () -> Stage.KEY);
    registry.add("rapport.poll", () -> "50ms");
    registry.add("rapport.claim-expiry", () -> "5s");
    // A day in a minute and a half: the pauses between retries are short.
    registry.add("rapport.time.machine-anchor", () -> Stage.ANCHOR);
    registry.add("rapport.time.event-anchor", () -> Stage.ANCHOR);
    registry.add("rapport.time.speed", () -> Stage.SPEED);
    registry.add("rapport.smtp.host", () -> "127.0.0.1");
    registry.add("rapport.smtp.port", Stage.MAIL::port);
    registry.add("rapport.smtp.connections", () -> "2");
    // A busy machine that answers later than this puts a mail in doubt, and it goes twice.
    registry.add("rapport.smtp.timeout", () -> "2s");
    registry.add("rapport.links.answers", () -> "https://follow.example");
    registry.add("rapport.links.own", () -> "https://notify.example");
  }

  @AfterAll
  static void what_was_said_fits_the_contracts() {
    Contracts.check(Stage.BROKER);
  }
}
