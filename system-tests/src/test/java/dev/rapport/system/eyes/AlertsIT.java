package dev.rapport.system.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asks Prometheus' own tool. */
class AlertsIT {

  @Test
  void every_alert_fires_when_it_should_and_is_silent_otherwise() throws Exception {
    promtool("check", "rules", Observability.ALERTS.toString());
    promtool("test", "rules", Observability.ALERTS_TEST.toString());
  }

  private static void promtool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(Prometheus.program("promtool")));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
