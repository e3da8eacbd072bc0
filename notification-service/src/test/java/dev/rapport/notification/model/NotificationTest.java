package dev.rapport.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTest {

  private static final Instant NOON = Instant.parse("2026-06-04T12:00:00Z");
  private static final Window DAY =
      new Window(Instant.parse("2026-06-04T07:00:00Z"), Instant.parse("2026-06-04T18:00:00Z"));
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();
  private static final UUID RECIPIENT = UUID.randomUUID();
  private static final UUID ID = UUID.randomUUID();
  private static final LocalDate SLOT = LocalDate.parse("2026-06-04");

  private static Due ask(UUID followUp, long rev) {
    return ask(followUp, rev, DAY, NOON.plusSeconds(60));
  }

  private static Due ask(UUID followUp, long rev, Window window, Instant sendAt) {
    var meeting =
        new Item.Meeting(UUID.randomUUID(), UUID.randomUUID(), NOON, NOON, "faceToFace", true);
    return new Due.Ask(
        ID,
        RECIPIENT,
        Purpose.INVITE,
        SLOT,
        window,
        sendAt,
        List.of(new Due.Ask.Wanted(followUp, rev, meeting)));
  }

  private static Due cancel(UUID followUp, long rev) {
    return new Due.Cancel(
        ID, RECIPIENT, Purpose.INVITE, SLOT, List.of(new Due.Cancel.Unwanted(followUp, rev)));
  }

  private static Notification heard(Due... words) {
    var notification = words[0].start();
    for (var word : words) {
      notification = notification.hear(word, NOON);
    }
    return notification;
  }

  private static Notification at(Notification.Stage stage, int doubts, Notification n) {
    return new Notification(
        n.id(),
        n.recipient(),
        n.purpose(),
        n.slot(),
        n.window(),
        n.sendAt(),
        stage,
        n.items(),
        0,
        doubts,
        n.route(),
        n.version());
  }

  private static Item item(Notification notification, UUID followUp) {
    return Objects.requireNonNull(notification.item(followUp));
  }

  @Test
  void asks_merge_until_the_first_claim() {
    var notification = heard(ask(ONE, 1), ask(TWO, 1));
    assertThat(notification.openItems()).extracting(Item::followUp).containsExactly(ONE, TWO);
  }

  @Test
  void a_repeated_ask_changes_nothing() {
    var once = heard(ask(ONE, 1));
    assertThat(once.hear(ask(ONE, 1, DAY, NOON.plusSeconds(9)), NOON)).isEqualTo(once);
  }

  @Test
  void an_item_after_the_claim_is_late() {
    for (var stage : List.of(Notification.Stage.CLAIMED, Notification.Stage.BETWEEN)) {
      var notification = at(stage, 0, heard(ask(ONE, 1))).hear(ask(TWO, 1), NOON);
      assertThat(item(notification, TWO).result()).isEqualTo(Result.LATE);
      assertThat(item(notification, ONE).isOpen()).isTrue();
    }
  }

  @Test
  void an_ask_whose_window_is_over_is_late_and_does_not_narrow_the_others() {
    var over = new Window(DAY.from(), NOON);
    var notification = heard(ask(ONE, 1), ask(TWO, 1, over, DAY.from()));
    assertThat(item(notification, TWO).result()).isEqualTo(Result.LATE);
    assertThat(notification.window()).isEqualTo(DAY);
  }

  @Test
  void merged_asks_share_the_window_that_suits_both() {
    var shorter = new Window(DAY.from(), NOON.plusSeconds(30));
    var notification = heard(ask(ONE, 1), ask(TWO, 1, shorter, NOON.plusSeconds(10)));
    assertThat(notification.window()).isEqualTo(shorter);
    assertThat(notification.sendAt()).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void an_ask_that_no_mail_could_suit_together_with_the_others_is_late() {
    var evening = new Window(DAY.to(), DAY.to().plus(Duration.ofHours(2)));
    var notification = heard(ask(ONE, 1), ask(TWO, 1, evening, DAY.to()));
    assertThat(item(notification, TWO).result()).isEqualTo(Result.LATE);
    assertThat(notification.window()).isEqualTo(DAY);
  }

  @Test
  void a_moment_outside_of_the_window_is_moved_inside() {
    assertThat(heard(ask(ONE, 1, DAY, DAY.from().minusSeconds(9))).sendAt()).isEqualTo(DAY.from());
    assertThat(heard(ask(ONE, 1, DAY, DAY.to().plusSeconds(9))).sendAt()).isEqualTo(DAY.to());
  }

  @Test
  void a_cancel_before_the_claim_takes_the_item_out() {
    var notification = heard(ask(ONE, 1), ask(TWO, 1), cancel(ONE, 2));
    assertThat(item(notification, ONE).result()).isEqualTo(Result.CANCELLED);
    assertThat(notification.openItems()).extracting(Item::followUp).containsExactly(TWO);
  }

  @Test
  void a_cancel_while_claimed_is_noted_and_not_answered() {
    var claimed = at(Notification.Stage.CLAIMED, 0, heard(ask(ONE, 1))).hear(cancel(ONE, 2), NOON);
    assertThat(item(claimed, ONE).isOpen()).isTrue();
    assertThat(item(claimed, ONE).isCancelled()).isTrue();
  }

  @Test
  void a_cancel_between_two_attempts_takes_the_item_out_unless_a_server_may_have_it() {
    var asked = heard(ask(ONE, 1));
    var deferred = at(Notification.Stage.BETWEEN, 0, asked).hear(cancel(ONE, 2), NOON);
    assertThat(item(deferred, ONE).result()).isEqualTo(Result.CANCELLED);
    var doubted = at(Notification.Stage.BETWEEN, 1, asked).hear(cancel(ONE, 2), NOON);
    assertThat(item(doubted, ONE).result()).isEqualTo(Result.IN_DOUBT);
  }

  @Test
  void an_unknown_cancel_is_remembered_against_an_older_ask() {
    var notification = heard(cancel(ONE, 2), ask(ONE, 1));
    assertThat(item(notification, ONE).result()).isEqualTo(Result.CANCELLED);
    assertThat(notification.isOpen()).isFalse();
  }

  @Test
  void a_newer_ask_opens_a_cancelled_item_again() {
    var notification = heard(ask(ONE, 1), cancel(ONE, 2), ask(ONE, 3));
    assertThat(item(notification, ONE).isOpen()).isTrue();
    assertThat(notification.hear(cancel(ONE, 2), NOON)).isEqualTo(notification);
    assertThat(notification.hear(ask(ONE, 1), NOON)).isEqualTo(notification);
  }

  @Test
  void a_cancelled_item_wanted_again_after_the_claim_is_late() {
    var between =
        at(Notification.Stage.BETWEEN, 0, heard(ask(ONE, 1), ask(TWO, 1), cancel(ONE, 2)));
    assertThat(item(between.hear(ask(ONE, 3), NOON), ONE).result()).isEqualTo(Result.LATE);
  }

  @Test
  void a_settled_item_keeps_its_result_whatever_comes() {
    var asked = heard(ask(ONE, 1));
    var sent = item(asked, ONE).answered(Result.DELIVERED, NOON);
    var settled =
        new Notification(
            ID,
            RECIPIENT,
            Purpose.INVITE,
            SLOT,
            DAY,
            NOON,
            Notification.Stage.BETWEEN,
            List.of(sent),
            0,
            0,
            Route.NONE,
            5);
    for (var word : List.of(ask(ONE, 1), cancel(ONE, 2), ask(ONE, 3))) {
      settled = settled.hear(word, NOON);
      assertThat(item(settled, ONE).result()).isEqualTo(Result.DELIVERED);
    }
  }

  @Test
  void words_read_again_in_their_order_change_nothing() {
    var words = List.of(ask(ONE, 1), cancel(ONE, 2), ask(ONE, 3), ask(TWO, 1), cancel(TWO, 4));
    var once = heard(words.toArray(Due[]::new));
    var twice = once;
    for (var word : words) {
      twice = twice.hear(word, NOON);
    }
    assertThat(twice).isEqualTo(once);
  }
}
