package dev.rapport.system.checker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Every mail went to the right person, in time; what it says in whose name: {@link InviteRules}.
 */
final class MailRules {

  /** How long a mail may lie between the last check and its arrival (machine time). */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

  private final Story story;
  private final Observation seen;
  private final Findings findings;
  private final InviteRules invites;

  MailRules(Story story, Observation seen, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
    invites = new InviteRules(story, seen, findings);
  }

  void judge() {
    seen.mails().forEach(this::judge);
    seen.invitations().forEach(this::judgeInvitation);
  }

  private void judgeInvitation(MailSeen invitation) {
    PersonStory recipient = story.person(invitation.recipients().getFirst());
    judgeEnds(invitation, recipient);
    judgeHold(invitation);
    judgeWindow(invitation, recipient);
    invitation.items().forEach(item -> judge(invitation, recipient, item));
  }

  private void judge(MailSeen mail) {
    PersonStory recipient =
        mail.recipients().size() == 1 ? story.withAddress(mail.recipients().getFirst()) : null;
    if (recipient == null) {
      findings.object(
          new Objection.WrongPerson(
              "Mail %s went to %s, who is nobody, or not one person."
                  .formatted(mail.messageId(), mail.recipients())));
      return;
    }
    judgeRecipient(mail, recipient);
    judgeHold(mail);
    // Only the resends of a mail in doubt leave the window; the first try was in it.
    if (!seen.resent(mail)) {
      judgeWindow(mail, recipient);
    }
    judgeWay(mail, recipient);
    if (mail.kind() == MailSeen.Kind.WELCOME) {
      judgeWelcome(mail, recipient);
    } else if (mail.items().isEmpty() && mail.beside().isEmpty()) {
      findings.object(
          new Objection.WrongPerson(
              "Mail %s to %s is about nobody.".formatted(mail.messageId(), recipient.name)));
    }
    for (UUID item : mail.items()) {
      judge(mail, recipient, item);
    }
    mail.beside().forEach(item -> judgeBeside(mail, recipient, item));
  }

  /** News of one's own follow-ups, and introductions that one was suggested oneself. */
  private void judgeBeside(MailSeen mail, PersonStory recipient, UUID item) {
    FollowUpSeen followUp = story.followUp(item);
    String connector = story.connector(item);
    if ((followUp != null && !followUp.owner().equals(recipient.id))
        || (connector != null && !connector.equals(recipient.name))) {
      findings.object(
          new Objection.WrongPerson(
              "Mail %s tells %s of %s, which is somebody else's."
                  .formatted(mail.messageId(), recipient.name, item)));
    }
  }

  /** It asks those who come, while they can still say something that matters. */
  private void judgeWelcome(MailSeen mail, PersonStory recipient) {
    if (!recipient.attends() || mail.date().isAfter(story.event.ends())) {
      findings.object(
          new Objection.WrongPerson(
              "Mail %s of %s welcomed %s, who does not attend, or after the event."
                  .formatted(mail.messageId(), mail.date(), recipient.name)));
    }
  }

  /** Nothing of an event that is held, but what was on its way, and the welcome. */
  private void judgeHold(MailSeen mail) {
    if (mail.kind() == MailSeen.Kind.WELCOME) {
      return;
    }
    findings.checked(Manner.HELD);
    if (story.heldAt(mail.arrived())) {
      findings.violated(
          Manner.HELD,
          new Objection.OutsideWindow(
              "Mail %s arrived while the event's sending was held.".formatted(mail.messageId())));
    }
  }

  private void judgeRecipient(MailSeen mail, PersonStory recipient) {
    if (!recipient.hasMailAt(mail.recipients().getFirst(), mail.arrived())) {
      findings.object(
          new Objection.WrongPerson(
              "Mail %s went to %s, which was not the address of %s then."
                  .formatted(mail.messageId(), mail.recipients(), recipient.name)));
    }
    judgeEnds(mail, recipient);
  }

  private void judgeEnds(MailSeen mail, PersonStory recipient) {
    findings.checked(Manner.ERASED);
    if (recipient.erasedBy(mail.arrived())) {
      findings.violated(
          Manner.ERASED,
          new Objection.AfterErasure(
              "Mail %s reached %s after the erasure.".formatted(mail.messageId(), recipient.name)));
    }
    findings.checked(Manner.TAKEN_BACK);
    if (recipient.unsubscribedBy(mail.kind(), mail.arrived())) {
      findings.violated(
          Manner.TAKEN_BACK,
          new Objection.AfterWithdrawal(
              "Mail %s (%s) reached %s, who had unsubscribed from these more than 10 s before."
                  .formatted(mail.messageId(), mail.kind(), recipient.name)));
    }
  }

  private void judgeWindow(MailSeen mail, PersonStory recipient) {
    LocalTime local = local(mail.date(), recipient);
    findings.checked(Manner.WAKING_HOURS);
    // When exactly an invitation was checked is not known: shortly before it was signed.
    Instant checked = mail.date().minus(seen.time().passed(Duration.ofSeconds(1)));
    boolean may =
        mail.kind() == MailSeen.Kind.SOCIAL
            && (isAwake(local(checked, recipient))
                || isAwake(local(seen.time().event(mail.arrived()), recipient)));
    if (!isAwake(local) && !may) {
      findings.violated(
          Manner.WAKING_HOURS,
          new Objection.OutsideWindow(
              "Mail %s to %s is dated %s, which is %s there."
                  .formatted(mail.messageId(), recipient.name, mail.date(), local)));
    }
  }

  private LocalTime local(Instant moment, PersonStory recipient) {
    ZoneId zone = recipient.zone == null ? story.event.zone() : recipient.zone;
    return moment.atZone(zone).toLocalTime();
  }

  private boolean isAwake(LocalTime local) {
    return !local.isBefore(story.event.wakingFrom()) && local.isBefore(story.event.wakingTo());
  }

  private void judgeWay(MailSeen mail, PersonStory recipient) {
    Duration lay = story.onItsWay(seen.time().machine(mail.date()), mail.arrived());
    if (lay.compareTo(ON_THE_WAY) > 0) {
      findings.object(
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
      findings.object(
          new Objection.WrongPerson(
              "Mail %s to %s shows follow-up %s, which belongs to no meeting."
                  .formatted(mail.messageId(), recipient.name, item)));
      return;
    }
    boolean invite = mail.kind() != MailSeen.Kind.LIST;
    if (recipient != (invite ? contact : owner)) {
      findings.object(
          new Objection.WrongPerson(
              "Mail %s reached %s, but follow-up %s is between %s."
                  .formatted(mail.messageId(), recipient.name, item, meeting.names())));
    } else if (invite) {
      invites.judge(new Invite(mail, item, owner, contact, meeting));
    }
  }
}
