package dev.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the answers of a mail server, their absence and a crash make of an ask. */
class FaultsIT extends RunningService {

  @Autowired MongoDatabase database;

  private static final Duration DAYS = Duration.ofDays(3);

  private MongoCollection<Document> documents() {
    return database.getCollection("notifications");
  }

  private Document document(Stage.Ask ask) {
    return Objects.requireNonNull(documents().find(Filters.eq("_id", ask.notification())).first());
  }

  private List<Document> attempts(Stage.Ask ask) {
    var found = documents().find(Filters.eq("_id", ask.notification())).first();
    return found == null ? List.of() : found.getList("attempts", Document.class, List.of());
  }

  private Stage.Ask askWith(MailServer.Fault fault) {
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    Stage.MAIL.fault(ask.recipient().address(), fault);
    stage.ask(ask);
    return ask;
  }

  private void awaitAttempts(Stage.Ask ask, String result, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(attempts(ask))
                    .filteredOn(attempt -> result.equals(attempt.getString("result")))
                    .hasSizeGreaterThanOrEqualTo(count));
  }

  @Test
  void a_mail_that_is_refused_is_answered_so_with_the_servers_code() {
    var ask = askWith(MailServer.Fault.REFUSE_RECIPIENT);
    Stage.awaitAnswer(ask.followUp(), "refused");
    var message =
        Stage.BROKER.values("notification-settled").stream()
            .filter(m -> m.get("notification").asString().equals(ask.notification().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(message.get("answer").get("code").asInt()).isEqualTo(550);
    assertThat(message.get("answer").get("status").asString()).isEqualTo("5.1.1");
    assertThat(message.toString()).doesNotContain("@");
  }

  @Test
  void a_deferred_mail_is_tried_again_until_it_is_taken() {
    var ask = askWith(MailServer.Fault.DEFER_RECIPIENT);
    awaitAttempts(ask, "deferred", 2);
    Stage.MAIL.fault(ask.recipient().address(), MailServer.Fault.NONE);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.settled(ask.notification()).path("deferrals").asInt())
        .isGreaterThanOrEqualTo(2);
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).hasSize(1);
  }

  @Test
  void a_mail_deferred_until_its_window_closes_is_late() {
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    Stage.MAIL.fault(ask.recipient().address(), MailServer.Fault.DEFER_AFTER_DOT);
    stage.ask(ask, 1, Duration.ofSeconds(-1), Stage.event(Duration.ofSeconds(3)));
    Stage.awaitAnswer(ask.followUp(), "late");
  }

  @Test
  void a_mail_without_an_answer_is_sent_again_under_the_same_id_and_counted() {
    var ask = askWith(MailServer.Fault.HANG_AFTER_DOT);
    awaitAttempts(ask, "inDoubt", 1);
    Stage.MAIL.fault(ask.recipient().address(), MailServer.Fault.NONE);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    var copies = Stage.MAIL.receivedBy(ask.recipient().address());
    assertThat(copies)
        .extracting(mail -> mail.header("Message-ID"))
        .containsOnly(copies.getFirst().header("Message-ID"));
    assertThat(copies.size()).isEqualTo(1 + document(ask).getInteger("doubts", 0));
  }

  @Test
  void a_mail_sent_again_by_another_organiser_keeps_its_id() {
    var elsewhere = new Stage();
    elsewhere.sendFrom("hello@gophers.example", 2);
    var first = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    var second = first.with(UUID.randomUUID(), stage.person("Cora"));
    var inAMoment = Stage.event(Duration.ofSeconds(3));
    Stage.MAIL.fault(first.recipient().address(), MailServer.Fault.HANG_AFTER_DOT);
    stage.ask(first, 1, inAMoment, DAYS);
    elsewhere.ask(second, 1, inAMoment, DAYS);
    holdInDoubt(first);

    stage.cancel(first, 2);
    Stage.awaitAnswer(first.followUp(), "inDoubt");
    Stage.MAIL.fault(first.recipient().address(), MailServer.Fault.NONE);
    letGo(first);

    Stage.awaitAnswer(second.followUp(), "delivered");
    var copies = Stage.MAIL.receivedBy(first.recipient().address());
    assertThat(copies.getFirst().from()).isEqualTo("hello@pycon.example");
    assertThat(copies.getLast().from()).isEqualTo("hello@gophers.example");
    assertThat(copies)
        .extracting(mail -> mail.header("Message-ID"))
        .containsOnly("<" + first.notification() + "@notify.example>");
  }

  @Test
  void a_mail_sent_again_from_and_to_new_addresses_keeps_its_id() {
    var ask = askWith(MailServer.Fault.HANG_AFTER_DOT);
    holdInDoubt(ask);

    var moved = ask.recipient().at("new-" + ask.recipient().address());
    stage.sendFrom("office@pycon.example", 2);
    stage.say(moved, "Ben", 2, true, true);
    awaitCopy("events", stage.event);
    awaitCopy("people", moved.id());
    letGo(ask);

    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(moved.address()))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.from()).isEqualTo("office@pycon.example");
              assertThat(copy.header("Message-ID"))
                  .isEqualTo("<" + ask.notification() + "@notify.example>");
            });
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address()))
        .allSatisfy(
            copy ->
                assertThat(copy.header("Message-ID"))
                    .isEqualTo("<" + ask.notification() + "@notify.example>"));
  }

  /** Waits until it is in doubt and nobody has it, and keeps it from being sent again. */
  private void holdInDoubt(Stage.Ask ask) {
    var resting =
        Filters.and(
            Filters.eq("_id", ask.notification()),
            Filters.gt("doubts", 0),
            Filters.exists("claim", false));
    var later = Updates.set("retryAt", Date.from(Instant.now().plus(Duration.ofHours(1))));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> documents().updateOne(resting, later).getMatchedCount() == 1);
  }

  private void letGo(Stage.Ask ask) {
    documents().updateOne(Filters.eq("_id", ask.notification()), Updates.unset("retryAt"));
  }

  private void awaitCopy(String collection, UUID id) {
    var second = Filters.and(Filters.eq("_id", id), Filters.eq("rev", 2));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> database.getCollection(collection).countDocuments(second) == 1);
  }

  @Test
  void a_mail_that_never_gets_an_answer_ends_in_doubt_after_three_more_copies() {
    var ask = askWith(MailServer.Fault.DROP_AFTER_DOT);
    Stage.awaitAnswer(ask.followUp(), "inDoubt");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).hasSize(4);
    assertThat(document(ask).getInteger("doubts")).isEqualTo(4);
  }

  @Test
  void a_mail_in_doubt_that_is_refused_later_stays_in_doubt() {
    var ask = askWith(MailServer.Fault.DROP_AFTER_DOT);
    awaitAttempts(ask, "inDoubt", 1);
    Stage.MAIL.fault(ask.recipient().address(), MailServer.Fault.REFUSE_RECIPIENT);
    Stage.awaitAnswer(ask.followUp(), "inDoubt");
  }

  @Test
  void a_claim_that_a_crash_left_before_the_wire_is_taken_over_and_sent_once() {
    var ask = crashed(false);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).hasSize(1);
    assertThat(document(ask).getInteger("doubts", 0)).isZero();
  }

  @Test
  void a_mail_that_a_crash_left_on_the_wire_is_in_doubt_and_sent_again() {
    var ask = crashed(true);
    Stage.awaitAnswer(ask.followUp(), "delivered");
    assertThat(document(ask).getInteger("doubts", 0)).isEqualTo(1);
  }

  /** What an instance leaves behind that was killed between its claim and its answer. */
  private Stage.Ask crashed(boolean onTheWire) {
    var ask = Stage.invite(stage.person("Ben"), stage.person("Ada"));
    stage.awaitHearing();
    stage.ask(ask, 1, Stage.event(Duration.ofSeconds(4)), DAYS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> documents().countDocuments(Filters.eq("_id", ask.notification())) == 1);
    var claimed =
        Updates.combine(
            Updates.set("claim", UUID.randomUUID()),
            Updates.set("claimedAt", Date.from(Instant.now())),
            Updates.set("taken", true),
            Updates.inc("version", 1L));
    documents()
        .updateOne(
            Filters.eq("_id", ask.notification()),
            onTheWire
                ? Updates.combine(claimed, Updates.set("onTheWire", Date.from(Instant.now())))
                : claimed);
    return ask;
  }

  @Test
  void a_cancel_that_comes_after_a_crash_is_heeded_before_the_wire() {
    var ask = crashed(false);
    stage.cancel(ask, 2);
    Stage.awaitAnswer(ask.followUp(), "cancelled");
    assertThat(Stage.MAIL.receivedBy(ask.recipient().address())).isEmpty();
  }
}
