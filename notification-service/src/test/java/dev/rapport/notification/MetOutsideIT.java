package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list that names somebody whom its owner met on a train. */
class MetOutsideIT extends RunningService {

  private static final Map<String, Object> OUTSIDE =
      Map.of("about", "cadence", "metOutside", "2026-06-04T12:05:00Z");
  private static final Duration DAYS = Duration.ofDays(3);

  @Test
  void a_mail_says_on_which_day_the_two_met_and_names_no_event() {
    var ada = stage.person("Ada");
    var ben = Stage.unheard();
    stage.say(ben, "Ben", "en", 1, true, true, reminded(true));
    var ask = Stage.list(ben, ada);
    stage.ask(ask, 1, Duration.ofSeconds(-1), DAYS, OUTSIDE);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text().replace("=\r\n", ""))
                    .contains("You met on 4 June 2026, outside any event: say hello"));
  }

  @Test
  void nobody_is_told_who_has_not_agreed_to_be_reminded() {
    var ada = stage.person("Ada");
    var ben = Stage.unheard();
    stage.say(ben, "Ben", "en", 1, true, true, reminded(false));
    var ask = Stage.list(ben, ada);
    stage.ask(ask, 1, Duration.ofSeconds(-1), DAYS, OUTSIDE);
    Stage.awaitAnswer(ask.followUp(), "suppressed");
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
  }

  private static Map<String, Object> reminded(boolean given) {
    var at = Instant.parse("2026-01-01T00:00:00Z");
    var consent = Map.<String, Object>of("purpose", "nurture", "given", given, "at", at);
    return Map.of("consents", List.of(consent));
  }
}
