package dev.rapport.followup.give;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.followup.plan.Person;
import dev.rapport.followup.plan.Person.Consent;
import dev.rapport.followup.plan.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GivingTest {

  private static final Balance ASKED_TWICE =
      Balance.of(List.of(Purpose.GREET, Purpose.ASK, Purpose.ASK));

  private final Person owner = person(1, true, profile(List.of(), List.of(), List.of("Testing")));
  private final Person contact = person(2, true, profile(List.of("Jazz"), List.of("testing")));

  @Test
  void before_a_third_ask_in_a_row_something_is_given() {
    assertThat(Giving.suggest(Balance.of(List.of(Purpose.ASK)), owner, contact, List.of()))
        .isNull();
    assertThat(Giving.suggest(ASKED_TWICE, owner, contact, List.of())).isNotNull();
  }

  @Test
  void whoever_gave_or_said_hello_since_may_ask_again() {
    var thanked = Balance.of(List.of(Purpose.ASK, Purpose.ASK, Purpose.GIVE, Purpose.ASK));
    assertThat(Giving.suggest(thanked, owner, contact, List.of())).isNull();
    assertThat(thanked).isEqualTo(new Balance(0, 1, 3, 1));
  }

  @Test
  void two_contacts_who_agree_and_care_about_the_same_are_brought_together() {
    var other = person(3, true, profile(List.of("jazz "), List.of()));
    assertThat(Giving.suggest(ASKED_TWICE, owner, contact, List.of(contact, owner, other)))
        .isEqualTo(new Suggestion.Introduction(other.id(), List.of("Jazz")));
  }

  @Test
  void nobody_is_brought_together_who_did_not_agree() {
    var other = person(3, false, profile(List.of("Jazz"), List.of()));
    var offer = new Suggestion.Offer(List.of("Testing"));
    assertThat(Giving.suggest(ASKED_TWICE, owner, contact, List.of(other))).isEqualTo(offer);
    var shy = person(2, false, contact.profile());
    var open = person(3, true, other.profile());
    assertThat(Giving.suggest(ASKED_TWICE, owner, shy, List.of(open))).isEqualTo(offer);
  }

  @Test
  void an_offer_is_what_they_seek() {
    assertThat(Giving.suggest(ASKED_TWICE, owner, contact, List.of()))
        .isEqualTo(new Suggestion.Offer(List.of("Testing")));
  }

  @Test
  void thanks_are_always_there() {
    var stranger = person(4, true, Profile.NONE);
    assertThat(Giving.suggest(ASKED_TWICE, owner, stranger, List.of()))
        .isEqualTo(new Suggestion.Thanks());
  }

  private static Profile profile(List<String> interests, List<String> seeks) {
    return profile(interests, seeks, List.of());
  }

  private static Profile profile(List<String> interests, List<String> seeks, List<String> offers) {
    return new Profile(interests, seeks, offers, List.of(), Map.of());
  }

  private static Person person(long id, boolean introduced, Profile profile) {
    var consent =
        new Consent(
            Person.Purpose.BE_INTRODUCED, null, introduced, Instant.parse("2026-06-04T10:00:00Z"));
    return new Person(
        new UUID(8, id), 1, "p" + id, 1, "P", "en", null, List.of(consent), profile, false);
  }
}
