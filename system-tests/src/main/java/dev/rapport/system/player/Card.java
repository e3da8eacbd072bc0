package dev.rapport.system.player;

import dev.rapport.system.ledger.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is on somebody's card, and what they care about.
 *
 * @param number no other attendee has it: it makes all that is on the card theirs alone
 */
record Card(int number, List<String> interests, List<String> seeks, List<String> offers) {

  Card {
    interests = List.copyOf(interests);
    seeks = List.copyOf(seeks);
    offers = List.copyOf(offers);
  }

  String phone() {
    return "+43 660 %07d".formatted(number);
  }

  String mastodon() {
    return "person%d@social.example".formatted(number);
  }

  /** Every fifteenth wants to be invited by the platform, if need be by mail. */
  boolean isOnPlatform() {
    return number % 15 == 5;
  }

  private String linkedin() {
    return "linkedin.com/in/person-%d".formatted(number);
  }

  /** As the platform registers it. */
  Map<String, Object> body() {
    return Map.of(
        "channels",
        isOnPlatform() ? List.of("platform", "email") : List.of(),
        "phone",
        phone(),
        "profiles",
        Map.of("mastodon", mastodon(), "linkedin", "https://www." + linkedin()),
        "interests",
        interests,
        "seeks",
        seeks,
        "offers",
        offers);
  }

  /** By which consent each part of it is shared. */
  Map<Purpose, Set<String>> shared() {
    return Map.of(
        Purpose.SHARE_PHONE,
        Set.of(phone()),
        Purpose.SHARE_PROFILES,
        Set.of(mastodon(), linkedin()));
  }
}
