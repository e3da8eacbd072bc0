package dev.rapport.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Meeting.NotCounted;
import dev.rapport.followup.plan.Meeting.ReportedBy;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Voices.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random lives: whatever happens in whatever order, the promises hold. */
class WalkTest {

  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "Asia/Kolkata",
          "Pacific/Kiritimati",
          "Etc/GMT+12",
          "America/New_York",
          "Australia/Lord_Howe");

  private final Random random = new Random(20260604);

  private FollowUp followUp = Given.everything().planned();
  private Given given = Given.everything();
  private Instant now = Given.MET;
  private HashSet<LocalDate> asked = new HashSet<>();
  private long rev = 1;

  @Test
  void no_day_is_asked_for_twice_and_what_is_settled_stays() {
    for (var life = 0; life < 2_000; life++) {
      begin();
      for (var step = 0; step < 60; step++) {
        var before = followUp;
        step();
        check(before);
      }
      end();
    }
  }

  private void begin() {
    given = Given.everything();
    now = Given.MET;
    rev = 1;
    asked = new HashSet<>();
    zone();
    followUp = given.at(now).planned().next();
  }

  private void zone() {
    given.contact(
        random.nextBoolean(), random.nextInt(4) > 0, ZONES.get(random.nextInt(ZONES.size())));
  }

  private void step() {
    now = now.plus(Duration.ofMinutes(random.nextInt(600)));
    var world = given.at(now).world();
    followUp =
        switch (random.nextInt(9)) {
          case 0 -> {
            given.owner(random.nextInt(3) > 0, true, null);
            yield followUp.planned(given.world());
          }
          case 1 -> {
            zone();
            yield followUp.planned(given.world());
          }
          case 2 -> followUp.heard(Given.met(++rev, ReportedBy.BOTH), world);
          case 3 ->
              random.nextInt(4) > 0
                  ? followUp.planned(world)
                  : followUp.heard(Given.notCounted(++rev, NotCounted.UNDONE), world);
          case 4 -> {
            var moved = Given.ENDS.plus(Duration.ofHours(random.nextInt(60)));
            given.event(moved, Event.State.OPEN, ++rev);
            yield followUp.planned(given.world());
          }
          case 5, 6 -> claimed(world);
          case 7 ->
              followUp.told(Result.values()[random.nextInt(Result.values().length)], now, world);
          default ->
              random.nextInt(10) > 0
                  ? followUp.planned(world)
                  : followUp.answered(
                      Side.values()[random.nextInt(2)],
                      Answer.Kind.values()[1 + random.nextInt(4)],
                      world);
        };
  }

  /** The timer: plans, and claims only what planning leaves where it is. */
  private FollowUp claimed(World world) {
    var planned = followUp.planned(world);
    if (!(planned.state() instanceof Scheduled scheduled)
        || Waking.utcDay(now).isBefore(scheduled.slot())) {
      return planned;
    }
    var window = Planning.window(planned, scheduled.slot(), world);
    assertThat(window.isEmpty()).isFalse();
    assertThat(window.from()).isAfterOrEqualTo(now);
    assertThat(window.to()).isBeforeOrEqualTo(planned.deadline());
    assertThat(Waking.utcDay(window.from())).isEqualTo(scheduled.slot());
    var contact = world.people().get(Given.CONTACT);
    var zone = contact == null || contact.zone() == null ? ZoneId.of("UTC") : contact.zone();
    assertThat(window.from().atZone(zone).getHour()).isBetween(9, 19);
    assertThat(Planning.contactAgrees(planned, world)).isTrue();
    assertThat(scheduled.byHand() || Planning.isAutomatic(planned, world)).isTrue();
    assertThat(asked.add(scheduled.slot())).isTrue();
    return planned.with(scheduled.due());
  }

  private void check(FollowUp before) {
    var world = given.world();
    assertThat(followUp.planned(world).planned(world)).isEqualTo(followUp.planned(world));
    if (before.state() instanceof Settled settled && !settled.isUndone()) {
      assertThat(followUp.state()).isEqualTo(settled);
    }
    if (before.state() instanceof Due && !(followUp.state() instanceof Due)) {
      // Out of Due only by an answer, and its day is used up.
      assertThat(followUp.attempt()).isNotNull();
    }
    if (followUp.state() instanceof Scheduled scheduled) {
      assertThat(asked).doesNotContain(scheduled.slot());
    }
    followUp = followUp.next();
  }

  /** However it stands, it settles once the answer is there and the deadline has passed. */
  private void end() {
    var far = given.at(now.plus(Duration.ofDays(60))).world();
    var told = followUp.told(Result.LATE, far.now(), far).planned(far);
    assertThat(told.state()).isInstanceOf(Settled.class);
    assertThat(told.state()).isNotInstanceOf(WithOwner.class);
  }
}
