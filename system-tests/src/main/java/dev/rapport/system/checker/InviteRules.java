package dev.rapport.system.checker;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.ledger.Purpose;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/** Whoever is invited said yes to it, and so did the one in whose name; neither has ended it. */
final class InviteRules {

  private final Story story;
  private final Observation seen;
  private final Findings findings;

  InviteRules(Story story, Observation seen, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
  }

  void judge(Invite invite) {
    Instant arrived = invite.mail().arrived();
    boolean byHand = sentByHand(invite.item(), invite.owner(), arrived);
    judgeMeeting(invite, byHand);
    if (!byHand) {
      judgeConsent(invite, invite.owner(), Purpose.WRITE_IN_MY_NAME);
    }
    if (invite.owner().exhibits()) {
      findings.checked(Manner.EXHIBITORS_BY_HAND);
      if (!byHand) {
        findings.violated(
            Manner.EXHIBITORS_BY_HAND,
            new Objection.UnwillingOwner(invite + ", an exhibitor, who did not send it by hand."));
      }
    }
    judgeConsent(invite, invite.contact(), Purpose.RECEIVE_INVITATIONS);
    findings.checked(Manner.ERASED);
    if (invite.owner().erasedBy(arrived)) {
      findings.violated(
          Manner.ERASED, new Objection.AfterErasure(invite + " after the erasure of the latter."));
    }
    Instant deadline = invite.meeting().latestDeadline(story.event);
    if (!seen.resent(invite.mail()) && invite.mail().date().isAfter(deadline)) {
      findings.object(
          new Objection.AfterDeadline(
              "%s at %s; the deadline was %s.".formatted(invite, invite.mail().date(), deadline)));
    }
  }

  /**
   * What was undone, ended or blocked has no promise of its own, but is as quick when all is up.
   */
  private void judgeMeeting(Invite invite, boolean byHand) {
    Instant arrived = invite.mail().arrived();
    Predicate<Moment> over = moment -> story.isOver(moment, arrived);
    findings.checked(Manner.IN_THEIR_NAME);
    findings.checked(Manner.ENDED);
    if (!byHand && !invite.meeting().heldAt(arrived, invite.owner(), over)) {
      findings.violated(
          Manner.IN_THEIR_NAME,
          new Objection.UnwillingOwner(
              invite + ", who neither says that they met nor sent it by hand."));
    } else if (!invite.meeting().heldAt(arrived, null, over)) {
      findings.violated(
          Manner.ENDED,
          new Objection.AfterWithdrawal(invite + ", though nobody says any more that they met."));
    }
    Moment ended = story.prospect(invite.meeting(), invite.owner(), invite.contact()).ended();
    if (ended != null && over.test(ended)) {
      findings.violated(
          Manner.ENDED,
          new Objection.AfterWithdrawal(invite + ", though one of them had ended it before."));
    }
  }

  private void judgeConsent(Invite invite, PersonStory person, Purpose purpose) {
    findings.checked(Manner.CONSENT);
    findings.checked(Manner.TAKEN_BACK);
    switch (person.yes(purpose, invite.mail().arrived())) {
      case GIVEN -> {}
      case NEVER ->
          findings.violated(
              Manner.CONSENT,
              new Objection.WithoutConsent(
                  "%s; %s never gave %s.".formatted(invite, person.name, purpose.word())));
      case TAKEN_BACK ->
          findings.violated(
              Manner.TAKEN_BACK,
              new Objection.AfterWithdrawal(
                  "%s; %s had taken back %s more than 10 s before."
                      .formatted(invite, person.name, purpose.word())));
    }
  }

  private boolean sentByHand(UUID item, PersonStory owner, Instant before) {
    return story.acts(item).stream()
        .filter(a -> a.act() == Act.SEND && a.person().equals(owner.name))
        .map(Entry.Acted::when)
        .anyMatch(when -> !when.asked().isAfter(before));
  }
}
