package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of two who both want to stay in touch, as long as both do. */
class BothWillingIT extends RunningService {

  private static final Map<String, Object> BOTH = Map.of("bothWilling", true);
  private static final Duration IN_A_MOMENT = Stage.event(Duration.ofSeconds(4));
  private static final Duration DAYS = Duration.ofDays(3);

  @Autowired private MongoDatabase database;

  private static Map<String, Object> sharing(String... purposes) {
    var at = Instant.parse("2026-01-01T00:00:00Z");
    var consents =
        Stream.concat(Stream.of("writeInMyName", "receiveInvitations"), Stream.of(purposes))
            .map(purpose -> Map.<String, Object>of("purpose", purpose, "given", true, "at", at))
            .toList();
    return Map.of(
        "phone",
        "+43 1 234",
        "profiles",
        Map.of("mastodon", "ada@social.example"),
        "consents",
        consents);
  }

  /** Quoted-printable undone, as far as ASCII goes. */
  private static String plain(String raw) {
    return raw.replace("=\r\n", "").replace("=2E", ".").replace("=3D", "=");
  }

  @Test
  void each_is_told_how_to_reach_the_other_as_far_as_that_is_allowed() {
    var ben = stage.person("Ben");
    var ada = Stage.unheard();
    stage.say(ada, "Ada", "en", 1, true, true, sharing("sharePhone"));
    var ask = Stage.invite(ben, ada);
    stage.ask(ask, 1, Duration.ofSeconds(-1), DAYS, BOTH);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(plain(mail.text()))
                    .contains("You both want to stay in touch.")
                    .contains("TEL:+43 1 234")
                    .doesNotContain("act=accept", ada.address(), "social.example"));
  }

  @Test
  void what_is_no_longer_given_away_is_not_in_a_mail_that_was_asked_for_before() {
    var ben = stage.person("Ben");
    var ada = Stage.unheard();
    stage.say(ada, "Ada", "en", 1, true, true, sharing("sharePhone"));
    var ask = Stage.invite(ben, ada);
    stage.ask(ask, 1, IN_A_MOMENT, DAYS, BOTH);
    stage.say(ada, "Ada", "en", 2, true, true, sharing());
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(mail -> assertThat(plain(mail.text())).doesNotContain("+43"));
  }

  @Test
  void who_takes_the_own_yes_back_is_not_said_to_be_willing() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask, 1, IN_A_MOMENT, DAYS, BOTH);
    stage.say(ben, "Ben", 2, false, true);
    Stage.awaitAnswer(ask.followUp(), "late");
    assertThat(Stage.MAIL.receivedBy(ben.address())).isEmpty();
  }

  @Test
  void an_owners_own_line_is_quoted_and_then_forgotten() {
    var ben = stage.person("Ben");
    var ask = Stage.invite(ben, stage.person("Ada"));
    stage.ask(ask, 1, Duration.ofSeconds(-1), DAYS, Map.of("words", "The slides & <b>more</b>"));
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ben.address()))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(plain(mail.text()))
                    .contains("\"The slides & <b>more</b>\"")
                    .contains("act=accept"));
    var kept =
        database.getCollection("notifications").find(Filters.eq("_id", ask.notification())).first();
    assertThat(Objects.requireNonNull(kept).toJson()).doesNotContain("slides");
  }
}
