package dev.rapport.contacts.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge on somebody's chest, for a time.
 *
 * @param to when it was taken back (exclusive), or null while it is worn
 */
record Badge(UUID person, Instant from, @Nullable Instant to) {

  /**
   * Returns whose badge was scanned, of all who ever had this code; null when nobody can be told
   * yet. A badge that is claimed only after the scan counts too, provided that nobody else wore the
   * code at that time: people are scanned before the desk has typed their badge in.
   */
  static @Nullable UUID holder(Collection<Badge> badges, Instant at) {
    var worn =
        badges.stream()
            .filter(badge -> badge.wornAt(at))
            .max(Comparator.comparing(Badge::from).thenComparing(Badge::person));
    if (worn.isPresent()) {
      return worn.get().person();
    }
    return badges.stream()
        .filter(badge -> badge.from().isAfter(at))
        .min(Comparator.comparing(Badge::from).thenComparing(Badge::person))
        .map(Badge::person)
        .orElse(null);
  }

  private boolean wornAt(Instant at) {
    var end = to;
    return !from.isAfter(at) && (end == null || end.isAfter(at));
  }
}
