package dev.rapport.system.checker;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Moment;
import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every mail went to the right person, with everybody's yes, in time. */
final class MailRules {

  /** How long a mail may lie between the last check and its arrival (machine time). */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

  private final Story story;
  private final Observation seen;
  private final Consumer<Objection> object;

  MailRules(Story story, Observation seen, Consumer<Objection> object) {
    this.story = story;
    this.seen = seen;
    this.object = object;
  }

  void judge() {
    seen.mails().forEach(this::judge);
  }

  private void judge(MailSeen mail) {
    PersonStory recipient =
        mail.recipients().size() == 1 ? story.withAddress(mail.recipients().getFirst()) : null;
    if (recipient == null) {
      object.accept(
          new Objection.WrongPerson(
              "Mail %s went to %s, who is nobody, or not one person."
                  .formatted(mail.messageId(), mail.recipients())));
      return;
    }
    judgeRecipient(mail, recipient);
    // Only the resends of a mail in doubt leave the window; the first try was in it.
    if (!seen.resent(mail)) {
      judgeWindow(mail, recipient);
    }
    judgeWay(mail, recipient);
    if (mail.items().isEmpty()) {
      object.accept(
          new Objection.WrongPerson(
              "Mail %s to %s is about nobody.".formatted(mail.messageId(), recipient.name)));
    }
    for (UUID item : mail.items()) {
      judge(mail, recipient, item);
    }
  }

  private void judgeRecipient(MailSeen mail, PersonStory recipient) {
    if (!recipient.hasMailAt(mail.recipients().getFirst(), mail.arrived())) {
      object.accept(
          new Objection.WrongPerson(
              "Mail %s went to %s, which was not the address of %s then."
                  .formatted(mail.messageId(), mail.recipients(), recipient.name)));
    }
    if (recipient.erasedBy(mail.arrived())) {
      object.accept(
          new Objection.AfterErasure(
              "Mail %s reached %s after the erasure.".formatted(mail.messageId(), recipient.name)));
    }
    if (recipient.unsubscribedBy(mail.kind(), mail.arrived())) {
      object.accept(
          new Objection.AfterWithdrawal(
              "Mail %s (%s) reached %s, who had unsubscribed from these more than 10 s before."
                  .formatted(mail.messageId(), mail.kind(), recipient.name)));
    }
  }

  private void judgeWindow(MailSeen mail, PersonStory recipient) {
    ZoneId zone = recipient.zone == null ? story.event.zone() : recipient.zone;
    LocalTime local = mail.date().atZone(zone).toLocalTime();
    if (local.isBefore(story.event.wakingFrom()) || !local.isBefore(story.event.wakingTo())) {
      object.accept(
          new Objection.OutsideWindow(
              "Mail %s to %s is dated %s, which is %s there."
                  .formatted(mail.messageId(), recipient.name, mail.date(), local)));
    }
  }

  private void judgeWay(MailSeen mail, PersonStory recipient) {
    Duration lay = Duration.between(seen.time().machine(mail.date()), mail.arrived());
    if (lay.compareTo(ON_THE_WAY) > 0) {
      object.accept(
          new Objection.OutsideWindow(
              "Mail %s to %s arrived %d s after its last check."
                  .formatted(mail.messageId(), recipient.name, lay.toSeconds())));
    }
  }

  private void judge(MailSeen mail, PersonStory recipient, UUID item) {
    FollowUpSeen followUp = story.followUp(item);
    PersonStory owner = followUp == null ? null : story.person(followUp.owner());
    PersonStory contact = followUp == null ? null : story.person(followUp.contact());
    MeetingStory meeting = followUp == null ? null : story.meeting(followUp.direction());
    if (owner == null || contact == null || meeting == null) {
      object.accept(
          new Objection.WrongPerson(
              "Mail %s to %s shows follow-up %s, which belongs to no meeting."
                  .formatted(mail.messageId(), recipient.name, item)));
      return;
    }
    boolean invite = mail.kind() == MailSeen.Kind.INVITE;
    if (recipient != (invite ? contact : owner)) {
      object.accept(
          new Objection.WrongPerson(
              "Mail %s reached %s, but follow-up %s is between %s."
                  .formatted(mail.messageId(), recipient.name, item, meeting.names())));
    } else if (invite) {
      judgeInvite(new Invite(mail, item, owner, contact, meeting));
    }
  }

  private record Invite(
      MailSeen mail, UUID item, PersonStory owner, PersonStory contact, MeetingStory meeting) {

    @Override
    public String toString() {
      return "Mail %s invited %s in the name of %s"
          .formatted(mail.messageId(), contact.name, owner.name);
    }
  }

  private void judgeInvite(Invite invite) {
    Instant arrived = invite.mail.arrived();
    boolean byHand = sentByHand(invite.item, invite.owner, arrived);
    judgeMeeting(invite, byHand);
    if (!byHand) {
      judgeConsent(invite, invite.owner, Purpose.WRITE_IN_MY_NAME);
    }
    judgeConsent(invite, invite.contact, Purpose.RECEIVE_INVITATIONS);
    if (invite.owner.erasedBy(arrived)) {
      object.accept(new Objection.AfterErasure(invite + " after the erasure of the latter."));
    }
    Instant deadline = invite.meeting.latestDeadline(story.event);
    if (!seen.resent(invite.mail) && invite.mail.date().isAfter(deadline)) {
      object.accept(
          new Objection.AfterDeadline(
              "%s at %s; the deadline was %s.".formatted(invite, invite.mail.date(), deadline)));
    }
  }

  /**
   * What was undone, ended or blocked has no promise of its own, but is as quick when all is up.
   */
  private void judgeMeeting(Invite invite, boolean byHand) {
    Instant arrived = invite.mail.arrived();
    Predicate<Moment> over = moment -> story.isOver(moment, arrived);
    if (!byHand && !invite.meeting.heldAt(arrived, invite.owner, over)) {
      object.accept(
          new Objection.UnwillingOwner(
              invite + ", who neither says that they met nor sent it by hand."));
    } else if (!invite.meeting.heldAt(arrived, null, over)) {
      object.accept(
          new Objection.AfterWithdrawal(invite + ", though nobody says any more that they met."));
    }
    Moment ended = story.prospect(invite.meeting, invite.owner, invite.contact).ended();
    if (ended != null && over.test(ended)) {
      object.accept(
          new Objection.AfterWithdrawal(invite + ", though one of them had ended it before."));
    }
  }

  private void judgeConsent(Invite invite, PersonStory person, Purpose purpose) {
    @Nullable Objection objection =
        switch (person.yes(purpose, invite.mail.arrived())) {
          case GIVEN -> null;
          case NEVER ->
              new Objection.WithoutConsent(
                  "%s; %s never gave %s.".formatted(invite, person.name, purpose.word()));
          case TAKEN_BACK ->
              new Objection.AfterWithdrawal(
                  "%s; %s had taken back %s more than 10 s before."
                      .formatted(invite, person.name, purpose.word()));
        };
    if (objection != null) {
      object.accept(objection);
    }
  }

  private boolean sentByHand(UUID item, PersonStory owner, Instant before) {
    return story.acts(item).stream()
        .filter(a -> a.act() == Act.SEND && a.person().equals(owner.name))
        .map(Entry.Acted::when)
        .anyMatch(when -> !when.asked().isAfter(before));
  }
}
