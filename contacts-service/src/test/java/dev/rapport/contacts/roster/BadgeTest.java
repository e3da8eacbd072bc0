package dev.rapport.contacts.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BadgeTest {

  private static final UUID ADA = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();
  private static final Instant MORNING = Instant.parse("2026-09-16T08:00:00Z");
  private static final Instant NOON = Instant.parse("2026-09-16T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-09-16T20:00:00Z");

  @Test
  void a_scan_names_who_wore_the_badge_at_that_time() {
    var badges = List.of(badge(ADA, MORNING, NOON), badge(BOB, NOON, null));
    assertThat(Badge.holder(badges, MORNING)).isEqualTo(ADA);
    assertThat(Badge.holder(badges, NOON)).isEqualTo(BOB);
    assertThat(Badge.holder(badges, EVENING)).isEqualTo(BOB);
  }

  @Test
  void a_badge_that_is_claimed_only_after_the_scan_counts_for_it() {
    assertThat(Badge.holder(List.of(badge(ADA, NOON, null)), MORNING)).isEqualTo(ADA);
  }

  @Test
  void of_several_later_claims_the_first_counts() {
    var badges = List.of(badge(BOB, EVENING, null), badge(ADA, NOON, EVENING));
    assertThat(Badge.holder(badges, MORNING)).isEqualTo(ADA);
  }

  @Test
  void a_later_claim_does_not_take_a_scan_from_who_wore_the_badge_then() {
    var badges = List.of(badge(ADA, MORNING, NOON), badge(BOB, EVENING, null));
    assertThat(Badge.holder(badges, MORNING.plusSeconds(1))).isEqualTo(ADA);
  }

  @Test
  void a_badge_that_was_taken_back_names_nobody_afterwards() {
    assertThat(Badge.holder(List.of(badge(ADA, MORNING, NOON)), EVENING)).isNull();
  }

  @Test
  void a_badge_nobody_ever_had_names_nobody() {
    assertThat(Badge.holder(List.of(), NOON)).isNull();
  }

  private static Badge badge(UUID person, Instant from, @Nullable Instant to) {
    return new Badge(person, from, to);
  }
}
