package dev.rapport.events.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.event.Roster.Guest;
import dev.rapport.events.tie.Tie;
import dev.rapport.events.tie.Tie.How;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final Instant START = Instant.parse("2026-06-04T07:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(34));
  private static final UUID EVENT = new UUID(0, 99);

  @Test
  void meetings_stand_in_the_hour_in_which_they_began() {
    var crowd = crowd(4, END);
    crowd.add(tie(0, 1, 0, 5, How.FACE_TO_FACE));
    crowd.add(tie(1, 2, 2, 2, How.VIRTUAL));

    var hours = Course.of(crowd).hours();

    assertThat(hours).hasSize(35);
    assertThat(hours.get(0).meetings()).isEqualTo(1);
    assertThat(hours.get(0).metNobody()).isEqualTo(2);
    assertThat(hours.get(2).meetings()).isEqualTo(1);
    assertThat(hours.get(2).metNobody()).isEqualTo(1);
    assertThat(hours.get(2).start()).isEqualTo(START.plus(Duration.ofHours(2)));
  }

  @Test
  void a_night_in_which_nobody_meets_makes_nobody_lonely() {
    var crowd = crowd(5, END);
    // All but the last meet all of the others in the evening; in the morning they meet again.
    for (var i = 0; i < 4; i++) {
      for (var j = i + 1; j < 4; j++) {
        crowd.add(tie(i, j, 9, 24, How.FACE_TO_FACE));
      }
    }
    crowd.add(tie(3, 4, 9, 9, How.FACE_TO_FACE));

    var hours = Course.of(crowd).hours();

    assertThat(hours.get(23).onTheEdge()).isEqualTo(hours.get(9).onTheEdge());
  }

  @Test
  void who_met_fewer_than_the_median_and_nobody_for_three_busy_hours_is_alone() {
    var crowd = crowd(5, END);
    for (var hour = 1; hour < 6; hour++) {
      crowd.add(tie(hour % 3, 3 + hour % 2, hour, hour, How.FACE_TO_FACE));
    }
    crowd.add(tie(0, 1, 1, 6, How.FACE_TO_FACE));
    crowd.add(tie(1, 2, 1, 1, How.FACE_TO_FACE));
    crowd.add(tie(0, 2, 6, 6, How.FACE_TO_FACE));

    var edge = Course.of(crowd).now();

    assertThat(edge.has(crowd.number(person(0)))).isFalse();
  }

  @Test
  void whoever_does_not_attend_counts_for_the_other_and_is_nobody_of_the_crowd() {
    var crowd = crowd(2, END);
    crowd.add(tie(0, 7, 0, 0, How.FACE_TO_FACE));

    var insight = Insight.of(crowd, Course.of(crowd), END);

    assertThat(insight.attendees()).isEqualTo(2);
    assertThat(insight.metNobody()).isEqualTo(1);
    assertThat(insight.meetings()).isEqualTo(1);
    assertThat(crowd.metBy(0)).isEmpty();
  }

  @Test
  void the_blend_is_counted_by_meeting_and_by_person() {
    var crowd = crowd(5, END);
    crowd.add(tie(0, 1, 0, 0, How.FACE_TO_FACE));
    crowd.add(tie(1, 2, 0, 0, How.VIRTUAL));
    crowd.add(tie(3, 2, 0, 0, How.BOTH));
    crowd.add(new Tie(EVENT, person(4), person(0), null, true, null, null));

    assertThat(Blend.ofMeetings(crowd)).isEqualTo(new Blend(1, 1, 1));
    assertThat(Blend.ofPeople(crowd)).isEqualTo(new Blend(1, 0, 3));
  }

  @Test
  void who_met_whom_is_known_from_both_sides() {
    var crowd = crowd(4, END);
    crowd.add(tie(0, 1, 0, 0, How.FACE_TO_FACE));
    crowd.add(tie(2, 1, 0, 0, How.FACE_TO_FACE));

    assertThat(crowd.metBy(1)).containsExactlyInAnyOrder(0, 2);
    assertThat(crowd.met(1, 2)).isTrue();
    assertThat(crowd.met(2, 1)).isTrue();
    assertThat(crowd.met(0, 2)).isFalse();
  }

  @Test
  void what_was_reported_from_before_the_start_or_after_the_end_stands_at_its_border() {
    var hours = Hours.of(START, END, END.plus(Duration.ofDays(3)));

    assertThat(hours.of(START.minusSeconds(9))).isZero();
    assertThat(hours.of(END.plus(Duration.ofDays(1)))).isEqualTo(hours.count() - 1);
    assertThat(Hours.of(START, END, START.minusSeconds(5)).count()).isEqualTo(1);
    assertThat(Hours.of(START, START.plus(Duration.ofDays(366)), END).step())
        .isEqualTo(Duration.ofDays(1));
  }

  static Crowd crowd(int size, Instant now) {
    var guests =
        IntStream.range(0, size).mapToObj(i -> new Guest(person(i), Instant.EPOCH, false)).toList();
    return new Crowd(Hours.of(START, END, now), guests);
  }

  static Tie tie(int one, int other, int firstHour, int lastHour, How how) {
    return new Tie(
        EVENT,
        person(one),
        person(other),
        how,
        true,
        START.plus(Duration.ofHours(firstHour)),
        START.plus(Duration.ofHours(lastHour)));
  }

  static UUID person(int number) {
    return new UUID(1, number);
  }

  static List<UUID> people(int size) {
    return IntStream.range(0, size).mapToObj(CrowdTest::person).toList();
  }
}
