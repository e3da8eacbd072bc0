package dev.rapport.notification.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.channel.Outcome;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Notification;
import dev.rapport.notification.model.Purpose;
import dev.rapport.notification.model.Result;
import dev.rapport.notification.model.Route;
import dev.rapport.notification.model.Window;
import dev.rapport.notification.store.Claimed;
import dev.rapport.notification.store.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationConclusionTest {

  private static final Instant NOW = Instant.parse("2026-06-04T12:00:00Z");
  private static final Item ITEM =
      new Item(
          UUID.randomUUID(),
          1,
          null,
          new Item.Meeting(UUID.randomUUID(), UUID.randomUUID(), NOW, NOW, "virtual", true),
          null,
          null);
  private static final Outcome REFUSED = new Outcome.Refused(410, "gone");

  private int deferrals;
  private int doubts;
  private boolean certain = true;
  private Duration left = Duration.ofHours(6);
  private List<String> refused = List.of();

  private Step after(Outcome outcome) {
    var notification =
        new Notification(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Purpose.CONNECT,
            LocalDate.parse("2026-06-04"),
            new Window(NOW.minusSeconds(3_600), NOW.plus(left)),
            NOW,
            Notification.Stage.CLAIMED,
            List.of(ITEM),
            deferrals,
            doubts,
            new Route(null, refused),
            1);
    return new InvitationConclusion(TestClocks.pauses(NOW, 1))
        .of(
            new Claimed(notification, UUID.randomUUID(), 0, false),
            ITEM,
            "platform",
            outcome,
            certain,
            TestClocks.MACHINE,
            NOW);
  }

  private static void ends(Step step, Result result) {
    assertThat(step.then()).isEqualTo(new Step.Then.Settle());
    assertThat(step.answers()).isEqualTo(Map.of(ITEM.followUp(), result));
  }

  @Test
  void what_is_taken_is_delivered_also_after_doubts() {
    ends(after(new Outcome.Taken(204)), Result.DELIVERED);
    doubts = 2;
    certain = false;
    ends(after(new Outcome.Taken(204)), Result.DELIVERED);
  }

  @Test
  void a_refusal_opens_the_next_channel_and_is_remembered() {
    refused = List.of("mastodon");
    var step = after(REFUSED);
    assertThat(step.answers()).isEmpty();
    assertThat(step.then()).isEqualTo(new Step.Then.Reroute(List.of("mastodon", "platform")));
  }

  @Test
  void a_refusal_after_a_silence_opens_no_other_channel() {
    doubts = 1;
    certain = false;
    ends(after(REFUSED), Result.IN_DOUBT);
  }

  @Test
  void a_refusal_of_a_channel_that_said_it_has_nothing_opens_the_next_all_the_same() {
    doubts = 1;
    assertThat(after(REFUSED).then()).isInstanceOf(Step.Then.Reroute.class);
  }

  @Test
  void what_is_put_off_waits_as_long_as_the_server_says() {
    var until = TestClocks.MACHINE.plus(Duration.ofHours(1));
    assertThat(after(new Outcome.Later(429, until)).then()).isEqualTo(new Step.Then.Defer(until));
    assertThat(after(new Outcome.Later(503, null)).then())
        .isEqualTo(new Step.Then.Defer(TestClocks.MACHINE.plus(Duration.ofMinutes(5))));
  }

  @Test
  void who_was_not_tried_waits_no_longer_each_time_and_has_not_failed() {
    deferrals = 7;
    var step = after(new Outcome.Untried(Duration.ofSeconds(30)));
    assertThat(step.attempt()).isNull();
    assertThat(step.then())
        .isEqualTo(new Step.Then.Postpone(TestClocks.MACHINE.plus(Duration.ofMinutes(5))));
    assertThat(after(new Outcome.Untried(Duration.ofMinutes(20))).then())
        .isEqualTo(new Step.Then.Postpone(TestClocks.MACHINE.plus(Duration.ofMinutes(20))));
  }

  @Test
  void who_is_in_doubt_and_not_tried_is_given_up_once_the_window_is_over() {
    doubts = 1;
    certain = false;
    deferrals = 50;
    var untried = new Outcome.Untried(Duration.ofSeconds(30));
    assertThat(after(untried).then()).isInstanceOf(Step.Then.Postpone.class);
    left = Duration.ofMinutes(-1);
    ends(after(untried), Result.IN_DOUBT);
  }

  @Test
  void nothing_waits_past_the_end_of_its_window() {
    left = Duration.ofMinutes(30);
    var tomorrow = TestClocks.MACHINE.plus(Duration.ofDays(1));
    assertThat(after(new Outcome.Later(429, tomorrow)).then())
        .isEqualTo(new Step.Then.Defer(TestClocks.MACHINE.plus(left).plusMillis(1)));
  }

  @Test
  void silence_is_tried_again_however_often() {
    doubts = 50;
    certain = false;
    var step = after(new Outcome.Silence());
    assertThat(step.answers()).isEmpty();
    assertThat(step.then()).isInstanceOf(Step.Then.Postpone.class);
  }

  @Test
  void a_channel_in_doubt_that_cannot_be_asked_is_given_up_once_the_window_is_over() {
    doubts = 1;
    certain = false;
    deferrals = 50;
    assertThat(after(new Outcome.Later(null, null)).then()).isInstanceOf(Step.Then.Defer.class);
    left = Duration.ofMinutes(-1);
    ends(after(new Outcome.Later(null, null)), Result.IN_DOUBT);
    deferrals = 4;
    assertThat(after(new Outcome.Later(null, null)).then()).isInstanceOf(Step.Then.Defer.class);
  }
}
