package dev.rapport.notification.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.notification.send.SendingSettings.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingSettingsTest {

  private static SendingSettings settings(Mode mode) {
    return new SendingSettings(
        mode, List.of("ops@Example.org", "test.example"), Duration.ofSeconds(8));
  }

  @Test
  void live_lets_all_through_and_dry_run_none() {
    assertThat(settings(Mode.LIVE).allows("ben@mail.example")).isTrue();
    assertThat(settings(Mode.DRY_RUN).allows("ops@example.org")).isFalse();
  }

  @Test
  void an_allow_list_names_addresses_and_domains() {
    var settings = settings(Mode.ALLOW_LIST);
    assertThat(settings.allows("OPS@example.org")).isTrue();
    assertThat(settings.allows("anyone@Test.example")).isTrue();
    assertThat(settings.allows("else@example.org")).isFalse();
    assertThat(settings.allows("x@sub.test.example")).isFalse();
  }

  @Test
  void without_a_mode_the_service_does_not_start() {
    assertThatThrownBy(() -> new SendingSettings(null, List.of(), Duration.ofSeconds(8)))
        .hasMessageContaining("set live, allow-list or dry-run");
  }

  @Test
  void a_withdrawal_must_hold_within_ten_seconds() {
    assertThatThrownBy(() -> new SendingSettings(Mode.LIVE, List.of(), Duration.ofSeconds(11)))
        .hasMessageContaining("2s to 10s");
  }
}
