package dev.rapport.system.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.system.eyes.Observability.Alert;
import dev.rapport.system.eyes.Observability.Query;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ObservabilityTest {

  @Test
  void every_alert_has_a_page_of_its_own_and_no_page_is_without_an_alert() {
    List<Alert> alerts = Observability.alerts();
    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(alerts)
        .allSatisfy(a -> assertThat(a.runbook()).isEqualTo("docs/runbooks/" + a.name() + ".md"));
    assertThat(Observability.runbooks())
        .containsExactlyInAnyOrderElementsOf(alerts.stream().map(Alert::name).toList());
  }

  @Test
  void every_alert_says_how_much_it_hurries_and_is_tried() {
    String tried = Observability.read(Observability.ALERTS_TEST);
    assertThat(Observability.alerts())
        .allSatisfy(
            alert -> {
              assertThat(alert.severity()).as(alert.name()).isIn("page", "ticket");
              assertThat(tried).contains("alertname: " + alert.name() + "\n");
            });
  }

  @Test
  void every_metric_that_is_watched_is_explained_beside_its_service() {
    Set<String> watched = new TreeSet<>();
    Observability.expressions().forEach(e -> watched.addAll(Observability.metrics(e)));
    for (Query query : Observability.queries()) {
      assertThat(Observability.metrics(query.expr())).as(query.panel()).isNotEmpty();
      watched.addAll(Observability.metrics(query.expr()));
    }
    String explained = Observability.readmes();
    assertThat(watched)
        .hasSizeGreaterThan(20)
        .allSatisfy(m -> assertThat(explained).contains("`" + Observability.documented(m)));
  }
}
