package dev.rapport.notification.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.model.Route;
import dev.rapport.notification.model.Window;
import dev.rapport.notification.smtp.Reply;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConclusionTest {

  private static final Instant NOW = Instant.parse("2026-06-04T12:00:00Z");
  private static final Item ITEM =
      new Item(
          UUID.randomUUID(),
          1,
          null,
          new Item.Meeting(UUID.randomUUID(), UUID.randomUUID(), NOW, NOW, "virtual", true),
          null,
          null);
  private static final Reply PUT_OFF = new Reply.Deferred(new Reply.Said(450, "4.2.0", "450"));

  private static Step after(int deferrals, int doubts, Reply reply) {
    var notification =
        new Notification(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Purpose.INVITE,
            LocalDate.parse("2026-06-04"),
            new Window(NOW.minusSeconds(60), NOW.plusSeconds(60)),
            NOW,
            Notification.Stage.CLAIMED,
            List.of(ITEM),
            deferrals,
            doubts,
            Route.NONE,
            1);
    var claimed = new Claimed(notification, UUID.randomUUID(), 0, false);
    return new Conclusion(TestClocks.pauses(NOW, 1))
        .of(claimed, List.of(ITEM), reply, TestClocks.MACHINE, NOW);
  }

  private static void isLeftInDoubt(Step step) {
    assertThat(step.then()).isEqualTo(new Step.Then.Settle());
    assertThat(step.answers()).isEqualTo(Map.of(ITEM.followUp(), Result.IN_DOUBT));
  }

  @Test
  void a_mail_in_doubt_is_given_up_after_five_pauses() {
    for (var reply : List.of(new Reply.NotStarted(), PUT_OFF)) {
      assertThat(after(4, 1, reply).then()).isInstanceOf(Step.Then.Defer.class);
      isLeftInDoubt(after(5, 1, reply));
    }
  }

  @Test
  void a_mail_that_no_server_has_is_put_off_until_its_window_ends_it() {
    for (var reply : List.of(new Reply.NotStarted(), PUT_OFF)) {
      assertThat(after(50, 0, reply).then()).isInstanceOf(Step.Then.Defer.class);
    }
  }

  @Test
  void a_mail_without_an_answer_is_sent_three_times_more() {
    assertThat(after(0, 2, new Reply.NoAnswer()).answers()).isEmpty();
    isLeftInDoubt(after(0, 3, new Reply.NoAnswer()));
  }
}
