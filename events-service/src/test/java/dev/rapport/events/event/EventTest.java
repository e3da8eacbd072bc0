package dev.rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.life.Counts;
import dev.rapport.events.life.Dates;
import dev.rapport.events.life.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTest {

  private static final Instant START = Instant.parse("2026-06-04T08:00:00Z");
  private static final Instant END = Instant.parse("2026-06-05T16:00:00Z");
  private static final Instant DURING = START.plus(Duration.ofHours(5));
  private static final Dates DATES = new Dates(START, END);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void the_same_details_change_nothing() {
    var event = event(START.minusSeconds(60));
    assertThat(event.revised(details("Congress", DATES, PARIS), DURING)).containsSame(event);
  }

  @Test
  void a_new_name_plans_nothing_anew() {
    var renamed = event(START).revised(details("Fair", DATES, PARIS), DURING).orElseThrow();
    assertThat(renamed.rev()).isEqualTo(2);
    assertThat(renamed.policyRev()).isEqualTo(1);
  }

  @Test
  void another_zone_plans_anew() {
    var moved =
        event(START).revised(details("Congress", DATES, ZoneId.of("UTC")), DURING).orElseThrow();
    assertThat(moved.policyRev()).isEqualTo(moved.rev()).isEqualTo(2);
  }

  @Test
  void ending_by_hand_moves_the_end_and_plans_anew() {
    var ended = event(START).end(DURING).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.ENDED);
    assertThat(ended.dates()).isEqualTo(new Dates(START, DURING));
    assertThat(ended.policyRev()).isEqualTo(ended.rev()).isEqualTo(2);
    assertThat(ended.end(DURING.plusSeconds(9))).containsSame(ended);
  }

  @Test
  void an_end_by_hand_stands_when_the_platform_repeats_its_dates() {
    var ended = event(START).end(DURING).orElseThrow();
    assertThat(ended.revised(details("Congress", DATES, PARIS), DURING)).containsSame(ended);
    var renamed = ended.revised(details("Fair", DATES, PARIS), DURING).orElseThrow();
    assertThat(renamed.dates().ends()).isEqualTo(DURING);
    assertThat(renamed.state()).isEqualTo(State.ENDED);
  }

  @Test
  void other_dates_reopen_an_event_that_was_ended_by_hand() {
    var ended = event(START).end(DURING).orElseThrow();
    var longer = new Dates(START, END.plusSeconds(3600));
    var reopened = ended.revised(details("Congress", longer, PARIS), DURING).orElseThrow();
    assertThat(reopened.state()).isEqualTo(State.OPEN);
    assertThat(reopened.dates()).isEqualTo(longer);
    assertThat(reopened.policyRev()).isEqualTo(reopened.rev());
  }

  @Test
  void an_end_that_has_passed_unseen_is_never_moved_later() {
    var ended = event(START).end(END.plusSeconds(60)).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.ENDED);
    assertThat(ended.dates()).isEqualTo(DATES);
    assertThat(ended.policyRev()).isEqualTo(1);
  }

  @Test
  void a_cancelled_event_takes_no_changes_but_a_repeat() {
    var cancelled = event(START).cancel(DURING).orElseThrow();
    assertThat(cancelled.revised(details("Congress", DATES, PARIS), DURING)).contains(cancelled);
    assertThat(cancelled.revised(details("Fair", DATES, PARIS), DURING)).isEmpty();
  }

  @Test
  void the_history_keeps_every_state_up_to_a_bound() {
    var event = event(START.minusSeconds(60)).timePassed(START).timePassed(END);
    assertThat(event.history())
        .extracting(State::of)
        .containsExactly(State.PLANNED, State.OPEN, State.ENDED);
    assertThat(event.rev()).isEqualTo(3);
    for (var i = 0; i < 200; i++) {
      event = with(event, i % 2).lookedAgain(END.plusSeconds(i));
    }
    assertThat(event.history()).hasSize(Event.REMEMBERED);
    assertThat(event.history().getLast()).isEqualTo(event.life());
  }

  @Test
  void coverage_divides_by_all_attendees() {
    var counts =
        new Counts(
            new Counts.Meetings(2, 6, 9, 1, 2, 3),
            new Counts.Progress(1, 4, 1, 7, Map.of("sent", 3L), new Counts.People(4, 2, 1, 1)));
    var coverage = Coverage.of(10, counts);
    assertThat(coverage.metNobody()).isEqualTo(6);
    assertThat(coverage.meetings()).isEqualTo(new Coverage.Meetings(6, 1, 2, 2, 3));
    assertThat(coverage.followUps().byOutcome()).containsEntry("sent", 3L);
  }

  @Test
  void coverage_is_never_below_nothing() {
    var counts =
        new Counts(null, new Counts.Progress(1, 4, 1, 7, Map.of(), new Counts.People(4, 2, 1, 1)));
    var coverage = Coverage.of(3, counts);
    assertThat(coverage.metNobody()).isZero();
    assertThat(coverage.meetings().notYetInFollowUp()).isZero();
    assertThat(Coverage.of(3, Counts.NONE).metNobody()).isEqualTo(3);
  }

  @Test
  void holding_raises_the_revision_and_leaves_all_plans_as_they_are() {
    var event = event(START.minusSeconds(5));
    var held = event.hold(true).orElseThrow();

    assertThat(held.held()).isTrue();
    assertThat(held.rev()).isEqualTo(event.rev() + 1);
    assertThat(held.policyRev()).isEqualTo(event.policyRev());
    assertThat(held.hold(true).orElseThrow()).isSameAs(held);
    assertThat(held.timePassed(START).held()).isTrue();
    assertThat(held.hold(false).orElseThrow().held()).isFalse();
    assertThat(held.cancel(START).orElseThrow().hold(false)).isEmpty();
  }

  private static Event with(Event event, long open) {
    return new Event(
        event.id(),
        event.organiser(),
        event.externalId(),
        event.rev(),
        event.policyRev(),
        event.details(),
        event.dates(),
        event.life(),
        event.held(),
        event.history(),
        new Counts(
            new Counts.Meetings(1, 2, 2, 0, 0, 0),
            new Counts.Progress(1, 2, open, 2, Map.of(), Counts.People.NOBODY)));
  }

  private static Event event(Instant now) {
    return Event.registered(
        new Event.Id(new UUID(1, 2)), "org", "congress", details("Congress", DATES, PARIS), now);
  }

  private static Details details(String name, Dates dates, ZoneId zone) {
    return new Details(
        name, dates, zone, new Details.Sender("Us", "us@here.example"), Policy.DEFAULT);
  }
}
