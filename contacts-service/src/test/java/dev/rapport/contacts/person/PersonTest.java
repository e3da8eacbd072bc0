package dev.rapport.contacts.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.person.Consent.About;
import dev.rapport.contacts.person.Consent.Purpose;
import dev.rapport.messaging.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonTest {

  private static final Ids IDS = new Ids("a test's installation key, long enough");
  private static final Seat SEAT = new Seat(UUID.randomUUID(), 1, Seat.Standing.free, null);
  private static final Profile PROFILE = new Profile("Ada", "ada@example.org", "en", null);
  private static final Instant NOON = Instant.parse("2026-09-16T12:00:00Z");
  private static final About CONGRESS =
      new About("acme", "congress", IDS.of("event", "acme", "congress"));

  @Test
  void the_same_again_is_the_same_person() {
    var person = ada(consent(true, NOON, null));
    assertThat(person.with(PROFILE, List.of(consent(true, NOON, null)))).isSameAs(person);
  }

  @Test
  void a_change_raises_the_revision_once() {
    var person = ada().with(new Profile("Ada L.", null, null, null), List.of());
    assertThat(person.rev()).isEqualTo(2);
    assertThat(person.profile().email()).isNull();
  }

  @Test
  void the_newest_word_wins_in_whatever_order_it_arrives() {
    var person = ada(consent(false, NOON.plusSeconds(1), null), consent(true, NOON, null));
    assertThat(person.latest()).extracting(Consent::given).containsExactly(false);
    assertThat(person.consents()).hasSize(2);
  }

  @Test
  void of_two_words_of_one_moment_the_no_wins() {
    assertThat(ada(consent(false, NOON, null), consent(true, NOON, null)).latest())
        .extracting(Consent::given)
        .containsExactly(false);
  }

  @Test
  void a_yes_by_a_clock_that_runs_ahead_is_outweighed_by_a_later_no() {
    var skewed = consent(true, NOON.plusSeconds(480), null);
    var person = ada(skewed.cameIn(NOON), consent(false, NOON.plusSeconds(180), null));
    assertThat(person.latest()).extracting(Consent::given).containsExactly(false);
    var repeated = person.hearing(List.of(skewed.cameIn(NOON.plusSeconds(300))));
    assertThat(repeated).isSameAs(person);
    assertThat(person.hearing(List.of(skewed))).isSameAs(person);
  }

  @Test
  void a_word_on_one_event_leaves_the_other_events_alone() {
    var person = ada(consent(true, NOON, null), consent(false, NOON.plusSeconds(1), CONGRESS));
    assertThat(person.latest()).hasSize(2);
  }

  @Test
  void what_an_import_does_not_speak_of_stays_and_what_it_empties_goes() {
    var card = new Card("+43 1", "Example", null, null, null, null);
    var wishes = new Wishes(List.of("kafka"), null, null, List.of(Wishes.Channel.email));
    var person = ada().with(new Profile("Ada", null, null, null, card, wishes), List.of());
    assertThat(person.with(new Profile("Ada", null, null, null), List.of())).isSameAs(person);
    var emptied =
        person.with(
            new Profile(
                "Ada",
                null,
                null,
                null,
                new Card("", null, "Engineer", null, null, null),
                new Wishes(List.of(), null, null, null)),
            List.of());
    assertThat(emptied.profile().card())
        .isEqualTo(new Card(null, "Example", "Engineer", null, null, null));
    assertThat(emptied.profile().wishes())
        .isEqualTo(new Wishes(null, null, null, List.of(Wishes.Channel.email)));
  }

  @Test
  void each_generation_has_an_id_of_its_own() {
    assertThat(Person.id(IDS, "ada", 1)).isNotEqualTo(Person.id(IDS, "ada", 2));
    assertThat(Person.id(IDS, "ada", 1)).isEqualTo(IDS.of("person", "ada", "1"));
  }

  private static Person ada(Consent... consents) {
    return Person.registered(SEAT, NOON, new Registration("ada", PROFILE, List.of(consents)));
  }

  private static Consent consent(boolean given, Instant at, @Nullable About about) {
    return new Consent(Purpose.writeInMyName, about, given, at, at, "form", "I agree.");
  }
}
