package dev.rapport.followup.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An owner's list: when to look at it, and the mail that is asked for, if any.
 *
 * @param wakeAt when to look again, in event time; null when nothing is open
 * @param ask the mail that is asked for and not answered yet
 * @param asked the last day that was asked for
 * @param told the last day on which a list went out
 * @param toldAt when that list was put together
 * @param toldOf the follow-ups that it named
 * @param woken how often it was woken: who looked before the last time must look again
 */
record OwnerList(
    UUID owner,
    @Nullable Instant wakeAt,
    @Nullable Ask ask,
    @Nullable LocalDate asked,
    @Nullable LocalDate told,
    @Nullable Instant toldAt,
    Set<UUID> toldOf,
    long woken) {

  /** A mail that is asked for: its day, what is on it, and when that was put together. */
  record Ask(LocalDate slot, List<UUID> items, Instant at) {}
}
