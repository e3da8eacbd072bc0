package dev.rapport.followup.introduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Event;
import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Person.Consent;
import dev.rapport.followup.plan.Person.Purpose;
import dev.rapport.followup.plan.Profile;
import dev.rapport.followup.plan.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IntroductionTest {

  private static final UUID EVENT = new UUID(8, 1);
  private static final UUID CONNECTOR = new UUID(8, 2);
  private static final UUID ONE = new UUID(8, 3);
  private static final UUID OTHER = new UUID(8, 4);
  private static final Instant NOON = Instant.parse("2026-06-04T12:00:00Z");
  private static final Instant ENDS = NOON.plus(Duration.ofHours(28));

  private final Map<UUID, Person> people =
      new HashMap<>(
          Map.of(
              CONNECTOR, person(CONNECTOR, Purpose.INTRODUCE_OTHERS),
              ONE, person(ONE, Purpose.BE_INTRODUCED),
              OTHER, person(OTHER, Purpose.BE_INTRODUCED)));

  @Test
  void it_is_shown_from_its_day_until_the_event_ends() {
    assertThat(isOpen(NOON.minus(Duration.ofDays(1)))).isFalse();
    assertThat(isOpen(NOON)).isTrue();
    assertThat(isOpen(ENDS.minusSeconds(1))).isTrue();
    assertThat(isOpen(ENDS)).isFalse();
  }

  @Test
  void it_is_not_shown_once_one_of_the_three_agrees_no_more() {
    for (var who : List.of(CONNECTOR, ONE, OTHER)) {
      var before = people.put(who, person(who, Purpose.NURTURE));
      assertThat(isOpen(NOON)).isFalse();
      people.put(who, before == null ? person(who, Purpose.NURTURE) : before);
    }
    people.put(ONE, Person.erased(ONE, 2));
    assertThat(isOpen(NOON)).isFalse();
  }

  private boolean isOpen(Instant now) {
    var policy =
        new Event.Policy(
            Duration.ofDays(7),
            Duration.ofDays(1),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            List.of(0));
    var event =
        new Event(
            EVENT,
            1,
            1,
            "acme",
            "c",
            "C",
            NOON,
            ENDS,
            ZoneOffset.UTC,
            policy,
            Event.State.OPEN,
            false);
    var day = LocalDate.parse("2026-06-04");
    return new Introduction(
            new UUID(8, 9), 1, CONNECTOR, ONE, OTHER, EVENT, day, List.of("jazz"), null)
        .isOpen(new World(Map.of(EVENT, event), people, now));
  }

  private static Person person(UUID id, Purpose purpose) {
    var consent = new Consent(purpose, null, true, NOON.minusSeconds(9));
    return new Person(id, 1, "x", 1, "X", "en", null, List.of(consent), Profile.NONE, false);
  }
}
