package dev.rapport.followup.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.ask.Beside;
import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Meeting;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Profile;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListDaysTest {

  private static final UUID EVENT = new UUID(8, 1);
  private static final UUID OWNER = new UUID(8, 2);
  private static final UUID FOLLOW_UP = new UUID(8, 4);

  private static final Instant ENDS = Instant.parse("2026-06-04T16:00:00Z");
  private static final Instant TOLD_AT = Instant.parse("2026-06-09T00:00:05Z");
  private static final LocalDate LAST = LocalDate.parse("2026-06-09");

  @Test
  void who_was_on_the_last_list_is_not_told_of_again() {
    assertThat(next(TOLD_AT.minusSeconds(1), Set.of(FOLLOW_UP))).isNull();
  }

  @Test
  void who_came_onto_the_list_after_the_last_one_is_told_of_the_next_day() {
    assertThat(next(TOLD_AT.plusSeconds(1), Set.of())).isEqualTo(LAST.plusDays(1));
  }

  @Test
  void who_left_the_list_and_is_back_is_told_of_again() {
    assertThat(next(TOLD_AT.plusSeconds(1), Set.of(FOLLOW_UP))).isEqualTo(LAST.plusDays(1));
  }

  @Test
  void who_was_decided_before_the_last_list_was_read_and_written_after_it_is_told_of_too() {
    assertThat(next(TOLD_AT.minusSeconds(1), Set.of())).isEqualTo(LAST.plusDays(1));
  }

  @Test
  void what_hurries_nobody_waits_a_month_for_another_mail_to_go_with() {
    assertThat(next(Beside.About.CADENCE)).isEqualTo(LAST.plusDays(30));
  }

  @Test
  void an_acceptance_is_told_the_next_day() {
    assertThat(next(Beside.About.ACCEPTED)).isEqualTo(LAST.plusDays(1));
  }

  @Test
  void who_has_no_zone_is_told_in_the_waking_hours_of_the_event_that_it_is_about() {
    var beside =
        new Beside(
            new UUID(8, 5),
            1,
            Beside.About.INTRODUCTION,
            new UUID(8, 3),
            new UUID(8, 6),
            EVENT,
            List.of(),
            null);
    var owner = new Person(OWNER, 1, "o", 1, "O", "en", null, List.of(), Profile.NONE, false);
    var day = LAST.plusDays(1);
    var world =
        new World(
            Map.of(EVENT, event(ZoneId.of("Europe/Vienna"))),
            Map.of(OWNER, owner),
            Instant.parse("2026-06-10T00:00:00Z"));
    var window =
        new ListDays(owner, LAST, LAST, TOLD_AT, Set.of())
            .window(List.of(), List.of(beside), day, world);
    assertThat(window.from()).isEqualTo(Instant.parse("2026-06-10T07:00:00Z"));
    assertThat(window.to()).isEqualTo(Instant.parse("2026-06-10T18:00:00Z"));
  }

  private static @Nullable LocalDate next(Beside.About about) {
    var beside = new Beside(new UUID(8, 5), 1, about, new UUID(8, 3), null, null, List.of(), null);
    var owner = new Person(OWNER, 1, "o", 1, "O", "en", null, List.of(), Profile.NONE, false);
    var world = new World(Map.of(), Map.of(OWNER, owner), TOLD_AT.plus(Duration.ofHours(20)));
    return new ListDays(owner, LAST, LAST, TOLD_AT, Set.of())
        .next(List.of(), List.of(beside), world);
  }

  private static @Nullable LocalDate next(Instant since, Set<UUID> toldOf) {
    var owner = new Person(OWNER, 1, "o", 1, "O", "en", null, List.of(), Profile.NONE, false);
    var days = new ListDays(owner, LAST, LAST, TOLD_AT, toldOf);
    var deadline = ENDS.plus(Duration.ofDays(7));
    var meeting = new Meeting(1, ENDS, ENDS, ENDS, "faceToFace", Meeting.ReportedBy.CONTACT, null);
    var open =
        FollowUp.of(FOLLOW_UP, EVENT, OWNER, new UUID(8, 3), meeting)
            .with(new WithOwner(deadline, since));
    var now = TOLD_AT.plus(Duration.ofHours(20));
    return days.next(
        List.of(open),
        List.of(),
        new World(Map.of(EVENT, event(ZoneId.of("UTC"))), Map.of(OWNER, owner), now));
  }

  private static Event event(ZoneId zone) {
    var policy =
        new Event.Policy(
            Duration.ofDays(7),
            Duration.ofDays(1),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            List.of(0, 2, 5));
    return new Event(
        EVENT,
        1,
        1,
        "acme",
        "c",
        "C",
        ENDS.minus(Duration.ofDays(1)),
        ENDS,
        zone,
        policy,
        Event.State.FOLLOWING_UP,
        false);
  }
}
