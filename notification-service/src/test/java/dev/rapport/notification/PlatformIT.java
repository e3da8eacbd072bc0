package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Social invitations by the platform's own app, over real HTTP. */
class PlatformIT extends RunningService {

  private static final Platform PLATFORM = new Platform();
  private static final String NEW = secret(1);
  private static final String OLD = secret(2);
  private static final Duration NOW = Duration.ofSeconds(-1);
  private static final Duration DAYS = Duration.ofDays(3);

  @Autowired MongoDatabase database;
  @Autowired MeterRegistry meters;

  private static String secret(int seed) {
    var bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  @DynamicPropertySource
  static void webhook(DynamicPropertyRegistry registry) {
    registry.add("rapport.webhook.url", PLATFORM::url);
    registry.add("rapport.webhook.secrets", () -> NEW + "," + OLD);
    registry.add("rapport.channels.rest", () -> "200ms");
  }

  private Stage.Ask connect() {
    return Stage.connect(stage.reachableBy("Ben", null, "platform"), stage.person("Ada"));
  }

  private Stage.Ask askWith(Platform.Fault fault) {
    var ask = connect();
    PLATFORM.fault(ask.followUp(), fault);
    stage.ask(ask);
    return ask;
  }

  private Document document(Stage.Ask ask) {
    return Objects.requireNonNull(
        database
            .getCollection("notifications")
            .find(Filters.eq("_id", ask.notification()))
            .first());
  }

  private static void awaitReceived(Stage.Ask ask, int atLeast) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(PLATFORM.received(ask.followUp())).hasSizeGreaterThanOrEqualTo(atLeast));
  }

  private static void isOneInvitation(Stage.Ask ask) {
    assertThat(PLATFORM.received(ask.followUp()))
        .extracting(each -> each.header("webhook-id"))
        .containsOnly(ask.notification().toString());
    assertThat(PLATFORM.received(ask.followUp()))
        .extracting(Platform.Received::body)
        .containsOnly(PLATFORM.received(ask.followUp()).getFirst().body());
  }

  @Test
  void an_invitation_is_posted_once_and_no_mail_is_sent() {
    var ask = connect();
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var received = PLATFORM.received(ask.followUp());
    isOneInvitation(ask);
    // A machine that is too busy to answer in time makes a doubt, and only a doubt makes a repeat.
    assertThat(received).hasSize(1 + document(ask).getInteger("doubts", 0));
    var data = received.getFirst().json().get("data");
    assertThat(data.at("/owner/externalId").asString("")).isEqualTo(ask.other().externalId());
    assertThat(data.at("/contact/externalId").asString("")).isEqualTo(ask.recipient().externalId());
    assertThat(received.getFirst().body()).doesNotContain("@", "Ada", "Ben");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).isEmpty();
    var settled = Stage.settled(ask.notification());
    assertThat(settled.get("channel").asString()).isEqualTo("platform");
    assertThat(settled.get("purpose").asString()).isEqualTo("connect");
    assertThat(
            meters
                .get("rapport.channel.attempts")
                .tags("channel", "platform", "result", "delivered")
                .counter()
                .count())
        .isPositive();
  }

  @Test
  void each_secret_signs_it() throws WebhookVerificationException {
    var ask = connect();
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var received = PLATFORM.received(ask.followUp()).getFirst();
    for (var secret : List.of(NEW, OLD)) {
      new Webhook(secret).verify(received.body(), received.headers());
    }
  }

  @Test
  void an_endpoint_that_fails_is_tried_again_with_the_same_id() {
    for (var fault : List.of(Platform.Fault.ERROR, Platform.Fault.OUT_OF_TURN)) {
      var ask = askWith(fault);
      awaitReceived(ask, 2);
      assertThat(document(ask).getInteger("doubts")).isNull();
      PLATFORM.fault(ask.followUp(), Platform.Fault.NONE);
      Stage.awaitAnswer(ask.followUp(), "delivered");
      isOneInvitation(ask);
    }
  }

  @Test
  void an_endpoint_that_is_out_of_turn_is_left_alone_as_long_as_it_says() {
    var ask = askWith(Platform.Fault.OUT_OF_TURN);
    awaitReceived(ask, 2);
    var times =
        PLATFORM.received(ask.followUp()).stream()
            .map(each -> Long.parseLong(each.header("webhook-timestamp")))
            .toList();
    assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(1);
    PLATFORM.fault(ask.followUp(), Platform.Fault.NONE);
    Stage.awaitAnswer(ask.followUp(), "delivered");
  }

  @Test
  void an_endpoint_that_hangs_up_or_says_nothing_hears_the_same_again() {
    for (var fault : List.of(Platform.Fault.HANG_UP, Platform.Fault.SAY_NOTHING)) {
      var ask = askWith(fault);
      awaitReceived(ask, 2);
      PLATFORM.fault(ask.followUp(), Platform.Fault.NONE);
      Stage.awaitAnswer(ask.followUp(), "delivered");
      isOneInvitation(ask);
    }
  }

  @Test
  void each_of_many_that_are_due_at_once_gets_its_own_answer() {
    var asks = Stream.generate(this::connect).limit(24).toList();
    var failing = asks.subList(0, 3);
    var refused = asks.subList(3, 6);
    failing.forEach(ask -> PLATFORM.fault(ask.followUp(), Platform.Fault.ERROR));
    refused.forEach(ask -> PLATFORM.fault(ask.followUp(), Platform.Fault.GONE));
    asks.forEach(ask -> stage.ask(ask, 1, Stage.event(Duration.ofSeconds(3)), DAYS));
    for (var ask : asks.subList(6, asks.size())) {
      Stage.awaitAnswer(ask.followUp(), "delivered");
      isOneInvitation(ask);
      assertThat(PLATFORM.received(ask.followUp()))
          .hasSize(1 + document(ask).getInteger("doubts", 0));
    }
    refused.forEach(ask -> Stage.awaitAnswer(ask.followUp(), "refused"));
    for (var ask : failing) {
      awaitReceived(ask, 2);
      PLATFORM.fault(ask.followUp(), Platform.Fault.NONE);
      Stage.awaitAnswer(ask.followUp(), "delivered");
      isOneInvitation(ask);
    }
  }

  @Test
  void silence_until_the_window_ends_stays_in_doubt() {
    var ask = connect();
    PLATFORM.fault(ask.followUp(), Platform.Fault.HANG_UP);
    stage.awaitHearing();
    stage.ask(ask, 1, NOW, Stage.event(Duration.ofSeconds(10)));
    Stage.awaitAnswer(ask.followUp(), "inDoubt");
    isOneInvitation(ask);
  }

  @Test
  void errors_until_the_window_ends_make_it_late() {
    var ask = connect();
    PLATFORM.fault(ask.followUp(), Platform.Fault.ERROR);
    stage.ask(ask, 1, NOW, Stage.event(Duration.ofSeconds(6)));
    Stage.awaitAnswer(ask.followUp(), "late");
  }

  @Test
  void an_endpoint_that_is_gone_or_refuses_is_asked_once_and_no_channel_is_left() {
    for (var fault : List.of(Platform.Fault.GONE, Platform.Fault.BAD_REQUEST)) {
      var ask = askWith(fault);
      Stage.awaitAnswer(ask.followUp(), "refused");
      assertThat(PLATFORM.received(ask.followUp())).hasSize(1);
    }
  }

  @Test
  void a_silence_and_then_a_refusal_is_in_doubt_and_opens_no_other_channel() {
    var ask = askWith(Platform.Fault.HANG_UP);
    awaitReceived(ask, 1);
    PLATFORM.fault(ask.followUp(), Platform.Fault.GONE);
    Stage.awaitAnswer(ask.followUp(), "inDoubt");
  }

  @Test
  void without_a_wish_for_a_social_channel_it_is_refused_untried() {
    var ask = Stage.connect(stage.person("Ben"), stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "refused");
    assertThat(PLATFORM.received(ask.followUp())).isEmpty();
  }

  @Test
  void the_owners_wish_counts_where_the_contact_has_none() {
    var ask = Stage.connect(stage.person("Ben"), stage.reachableBy("Ada", null, "platform"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
  }

  @Test
  void who_wants_no_invitations_gets_none_by_any_channel() {
    var ben = Stage.unheard();
    stage.say(ben, "Ben", "en", 1, true, false, Stage.wishes(null, "platform"));
    var ask = Stage.connect(ben, stage.person("Ada"));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "suppressed");
    assertThat(PLATFORM.received(ask.followUp())).isEmpty();
  }

  @Test
  void who_stopped_invitations_by_mail_gets_none_by_other_channels() {
    var ask = connect();
    database
        .getCollection("suppressions")
        .insertOne(
            new Document("_id", ask.recipient().id() + "/invite")
                .append("recipient", ask.recipient().id()));
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "suppressed");
    assertThat(PLATFORM.received(ask.followUp())).isEmpty();
  }

  @Test
  void a_cancel_before_the_wire_is_answered_and_nothing_goes() {
    var ask = connect();
    stage.ask(ask, 1, Stage.event(Duration.ofMinutes(1)), DAYS);
    stage.cancel(ask, 2);
    Stage.awaitAnswer(ask.followUp(), "cancelled");
    assertThat(PLATFORM.received(ask.followUp())).isEmpty();
  }

  @Test
  void an_ask_repeated_gets_the_same_answer_and_nothing_goes_again() {
    var ask = connect();
    stage.ask(ask);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    stage.ask(ask);
    Stage.awaitAnswers(ask.followUp(), "delivered", 2);
    assertThat(PLATFORM.received(ask.followUp()))
        .hasSize(1 + document(ask).getInteger("doubts", 0));
  }

  @Test
  void one_left_on_the_wire_by_a_sender_that_vanished_goes_again_with_the_same_id() {
    var ask = connect();
    stage.ask(ask, 1, Stage.event(Duration.ofSeconds(20)), DAYS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                database
                        .getCollection("notifications")
                        .updateOne(
                            Filters.eq("_id", ask.notification()),
                            Updates.combine(
                                Updates.set("claim", UUID.randomUUID()),
                                Updates.set("claimedAt", Date.from(Instant.now().minusSeconds(60))),
                                Updates.set("taken", true),
                                Updates.set("onTheWire", Date.from(Instant.now())),
                                Updates.set("channel", "platform"),
                                Updates.set("sendAt", Date.from(Stage.ANCHOR)),
                                // Outside of its window a stranger may look only at what it did.
                                Updates.set("from", Date.from(Stage.ANCHOR)),
                                Updates.inc("version", 1L)))
                        .getModifiedCount()
                    == 1);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    isOneInvitation(ask);
    assertThat(document(ask).getInteger("doubts")).isEqualTo(1);
  }

  @Test
  void an_invitation_with_two_items_is_a_dead_letter() {
    var ask = connect();
    stage.askTwice(ask);
    Stage.awaitDeadLetters("followup-due", ask.recipient().id(), 1);
  }
}
