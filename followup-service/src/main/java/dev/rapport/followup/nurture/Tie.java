package dev.rapport.followup.nurture;

import dev.rapport.followup.give.Balance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What binds an owner to a contact, as the owner sees it.
 *
 * @param interactions the latest, the oldest first
 * @param cadence null: no reminders
 * @param leftAt of the latest meeting outside any event that the owner left as it is, or null
 * @param snoozedUntil no reminder of this contact before this moment, in event time
 */
public record Tie(
    UUID id,
    UUID owner,
    UUID contact,
    long rev,
    List<Interaction> interactions,
    @Nullable Cadence cadence,
    @Nullable Instant snoozedUntil,
    @Nullable Instant leftAt) {

  /** Older ones say nothing about today; contacts-service has them. */
  static final int MOST_KEPT = 100;

  private static final Comparator<Interaction> BY_TIME =
      Comparator.comparing(Interaction::at).thenComparing(Interaction::id);

  static Tie none(UUID id, UUID owner, UUID contact) {
    return new Tie(id, owner, contact, 0, List.of(), null, null, null);
  }

  /** The same with an interaction, if it is news; what was put off before it starts afresh. */
  Tie logged(Interaction interaction) {
    var known = interactions.stream().filter(one -> one.id().equals(interaction.id())).findFirst();
    if (known.isPresent() && known.get().rev() >= interaction.rev()) {
      return this;
    }
    var all = new ArrayList<>(interactions);
    known.ifPresent(all::remove);
    all.add(interaction);
    all.sort(BY_TIME);
    var kept = List.copyOf(all.subList(Math.max(0, all.size() - MOST_KEPT), all.size()));
    return kept.equals(interactions) ? this : with(kept);
  }

  Tie with(@Nullable Cadence next) {
    return new Tie(
        id, owner, contact, rev, interactions, next, next == null ? null : snoozedUntil, leftAt);
  }

  Tie snoozed(@Nullable Instant until) {
    return new Tie(id, owner, contact, rev, interactions, cadence, until, leftAt);
  }

  /** The same without a line about a meeting outside any event. */
  Tie left() {
    var met = metOutside();
    return met == null
        ? this
        : new Tie(id, owner, contact, rev, interactions, cadence, snoozedUntil, met);
  }

  Tie next() {
    return new Tie(id, owner, contact, rev + 1, interactions, cadence, snoozedUntil, leftAt);
  }

  private Tie with(List<Interaction> kept) {
    return new Tie(id, owner, contact, rev, kept, cadence, snoozedUntil, leftAt);
  }

  /** What they were in touch for lately. */
  public Balance balance() {
    return Balance.of(interactions.stream().map(Interaction::purpose).toList());
  }

  /** When the owner last logged that they were in touch, or null. */
  @Nullable Instant lastLogged() {
    return interactions.isEmpty() ? null : interactions.getLast().at();
  }

  /**
   * Returns when they met outside any event, if nothing was logged since and the owner has not left
   * it as it is; else null.
   */
  @Nullable Instant metOutside() {
    if (interactions.isEmpty() || !interactions.getLast().met()) {
      return null;
    }
    var at = interactions.getLast().at();
    return leftAt == null || at.isAfter(leftAt) ? at : null;
  }
}
