package dev.rapport.followup.answer;

import dev.rapport.access.Problem;
import dev.rapport.followup.change.Changes;
import dev.rapport.followup.plan.Answer;
import dev.rapport.followup.plan.FollowUp;
import dev.rapport.followup.plan.Planning;
import dev.rapport.followup.plan.State.Due;
import dev.rapport.followup.plan.State.Outcome;
import dev.rapport.followup.plan.State.Scheduled;
import dev.rapport.followup.plan.State.Settled;
import dev.rapport.followup.plan.State.WithOwner;
import dev.rapport.followup.plan.Voices.Side;
import dev.rapport.followup.plan.World;
import dev.rapport.followup.store.FollowUpDocument;
import dev.rapport.followup.store.Worlds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What people do about follow-ups; doing the same again changes nothing. */
public final class Acts {

  private final Changes changes;
  private final Worlds worlds;

  /** Takes where acts are written and what they rest on. */
  public Acts(Changes changes, Worlds worlds) {
    this.changes = changes;
    this.worlds = worlds;
  }

  /** Returns why the owner cannot do this now, or null when they can. */
  public @Nullable Problem refusal(FollowUp followUp, Act act) {
    return refusal(followUp, act, worlds.of(List.of(followUp)));
  }

  /**
   * Does something about the owner's follow-ups; those that it cannot be done about stay as they
   * are.
   */
  public Map<UUID, FollowUp> byOwner(Collection<FollowUp> followUps, Act act) {
    return byOwner(followUps, act, null);
  }

  /**
   * The same with a line of the owner's own, which goes out with what is sent.
   *
   * @param words as {@link OwnWords} gave them, or null
   */
  public Map<UUID, FollowUp> byOwner(
      Collection<FollowUp> followUps, Act act, @Nullable String words) {
    return changes.each(ids(followUps), (current, world) -> byOwner(current, act, words, world));
  }

  /** The owner lets us write to the contacts of these, to some of them with a line of their own. */
  public Map<UUID, FollowUp> sent(Collection<FollowUp> followUps, Map<UUID, String> words) {
    return changes.each(
        ids(followUps),
        (current, world) -> byOwner(current, Act.SEND, words.get(current.id()), world));
  }

  /** The contact reports the owners of these follow-ups, and blocks them. */
  public Map<UUID, FollowUp> reported(Collection<FollowUp> followUps) {
    return changes.each(ids(followUps), FollowUp::reported);
  }

  /** One of the two of each of these takes their block back. */
  public Map<UUID, FollowUp> unblocked(Collection<FollowUp> followUps, UUID person) {
    return changes.each(ids(followUps), (current, world) -> current.unblocked(person));
  }

  /** Records what the contact says about these follow-ups. */
  public Map<UUID, FollowUp> byContact(Collection<FollowUp> followUps, Answer.Kind answer) {
    return changes.each(
        ids(followUps), (current, world) -> current.answered(Side.CONTACT, answer, world));
  }

  private static List<UUID> ids(Collection<FollowUp> followUps) {
    return followUps.stream().map(FollowUp::id).toList();
  }

  private static FollowUp byOwner(FollowUp followUp, Act act, @Nullable String words, World world) {
    if (refusal(followUp, act, world) != null) {
      return followUp;
    }
    return switch (act) {
      case NOT_MET -> followUp.answered(Side.OWNER, Answer.Kind.NOT_MET, world);
      case BLOCK -> followUp.answered(Side.OWNER, Answer.Kind.BLOCKED, world);
      case DONE ->
          switch (followUp.state()) {
            case WithOwner with -> followUp.with(with.done(world.now()));
            case Settled settled -> followUp.with(settled.doneLate(world.now()));
            default -> followUp;
          };
      case WAIVE ->
          followUp.state() instanceof WithOwner with
              ? followUp.with(with.waived(world.now()))
              : followUp;
      case SEND -> sent(followUp, words, world);
    };
  }

  private static FollowUp sent(FollowUp followUp, @Nullable String words, World world) {
    var slot = Planning.slot(followUp, world);
    return followUp.state() instanceof WithOwner with && slot != null
        ? followUp.withWords(words).with(with.sent(slot, world.now())).planned(world)
        : followUp;
  }

  /** Returns why the owner cannot do this in a world, or null when they can. */
  public static @Nullable Problem refusal(FollowUp followUp, Act act, World world) {
    if (followUp.erased()) {
      return new Problem(
          HttpStatus.GONE,
          "person-erased",
          "One of the two people has been erased; nothing is left to do.");
    }
    if (act == Act.NOT_MET
        || act == Act.BLOCK
        || (act == Act.DONE && isMissed(followUp))
        || holds(followUp, act)) {
      return null;
    }
    if (!(followUp.state() instanceof WithOwner)) {
      return conflict(
          "not-with-owner",
          "The follow-up is %s; expected one that is on the owner's list. Read it again."
              .formatted(FollowUpDocument.name(followUp.state())));
    }
    if (act != Act.SEND) {
      return null;
    }
    if (!Planning.contactAgrees(followUp, world)) {
      return conflict(
          "no-consent",
          "The contact has not agreed to receive invitations; follow up in your own way and say done, or waive.");
    }
    return Planning.slot(followUp, world) == null
        ? conflict(
            "no-time-left",
            "No waking hours of the contact are left before the deadline; follow up in your own way and say done.")
        : null;
  }

  /** Whether what an owner's act is for has happened; the same act again changes nothing. */
  public static boolean holds(FollowUp followUp, Act act) {
    var own = followUp.voices().owner().kind();
    return switch (act) {
      case NOT_MET -> own.endsBoth();
      case BLOCK -> own == Answer.Kind.BLOCKED;
      case DONE ->
          followUp.state() instanceof Settled settled
              && (settled.outcome() == Outcome.DONE || settled.doneLateAt() != null);
      case WAIVE ->
          followUp.state() instanceof Settled settled && settled.outcome() == Outcome.WAIVED;
      case SEND ->
          switch (followUp.state()) {
            case Settled settled -> settled.wentOut();
            case Scheduled scheduled -> true;
            case Due due -> due.then() == null;
            default -> false;
          };
    };
  }

  private static boolean isMissed(FollowUp followUp) {
    return followUp.state() instanceof Settled settled && settled.outcome() == Outcome.MISSED;
  }

  private static Problem conflict(String slug, String detail) {
    return new Problem(HttpStatus.CONFLICT, slug, detail);
  }
}
