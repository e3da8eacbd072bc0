package dev.rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a cluster is told while the database is away, and when it is back. */
class DatabaseAwayIT extends ServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void without_its_database_it_takes_no_work_but_is_not_stuck() {
    assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
    PARTS.database().kill();
    try {
      assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(503);
      assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
      assertThat(api.get("/readyz").status()).isEqualTo(503);
      assertThat(api.get("/livez").status()).isEqualTo(200);
    } finally {
      PARTS.database().start();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200));
  }
}
