package dev.rapport.system.checker;

import dev.rapport.system.ledger.Act;
import dev.rapport.system.ledger.Entry;
import dev.rapport.system.ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every mail went to the right person, with everybody's yes, in time. */
final class MailRules {

  /** How long a mail may lie between the last check and its arrival (machine time). */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

  private final Story story;
  private final Observation seen;
  private final Map<UUID, FollowUpSeen> followUps;
  private final Consumer<Objection> object;
  private final Set<String> arrivedBefore = new HashSet<>();

  MailRules(
      Story story,
      Observation seen,
      Map<UUID, FollowUpSeen> followUps,
      Consumer<Objection> object) {
    this.story = story;
    this.seen = seen;
    this.followUps = followUps;
    this.object = object;
  }

  void judge() {
    seen.mails().forEach(this::judge);
  }

  private void judge(MailSeen mail) {
    boolean first = arrivedBefore.add(mail.messageId());
    PersonStory recipient =
        mail.recipients().size() == 1 ? story.withAddress(mail.recipients().getFirst()) : null;
    if (recipient == null) {
      object.accept(
          new Objection.WrongPerson(
              "Mail %s went to %s, who is nobody, or not one person."
                  .formatted(mail.messageId(), mail.recipients())));
      return;
    }
    if (recipient.erasedBy(mail.arrived())) {
      object.accept(
          new Objection.AfterErasure(
              "Mail %s reached %s after the erasure.".formatted(mail.messageId(), recipient.name)));
    }
    // Only the resends of a mail in doubt leave the window; the first try was in it.
    if (first && seen.inDoubt(mail.notification()) == 0) {
      judgeWindow(mail, recipient);
    }
    for (UUID item : mail.items()) {
      judge(mail, recipient, item, first);
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
    Duration lay = Duration.between(seen.time().machine(mail.date()), mail.arrived());
    if (lay.compareTo(ON_THE_WAY) > 0) {
      object.accept(
          new Objection.OutsideWindow(
              "Mail %s to %s arrived %d s after its last check."
                  .formatted(mail.messageId(), recipient.name, lay.toSeconds())));
    }
  }

  private void judge(MailSeen mail, PersonStory recipient, UUID item, boolean first) {
    FollowUpSeen followUp = followUps.get(item);
    PersonStory owner = followUp == null ? null : story.person(followUp.owner());
    PersonStory contact = followUp == null ? null : story.person(followUp.contact());
    MeetingStory meeting =
        followUp == null ? null : story.meeting(followUp.owner(), followUp.contact());
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
      judgeInvite(new Invite(mail, item, owner, contact, meeting), first);
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

  private void judgeInvite(Invite invite, boolean first) {
    Instant arrived = invite.mail.arrived();
    boolean byHand = sentByHand(invite.item, invite.owner, arrived);
    if (!byHand && !invite.meeting.everReportedBy(invite.owner, arrived)) {
      object.accept(
          new Objection.UnwillingOwner(
              invite + ", who neither reported the meeting nor sent it by hand."));
    }
    if (!byHand) {
      judgeConsent(invite, invite.owner, Purpose.WRITE_IN_MY_NAME);
    }
    judgeConsent(invite, invite.contact, Purpose.RECEIVE_INVITATIONS);
    if (invite.owner.erasedBy(arrived)) {
      object.accept(new Objection.AfterErasure(invite + " after the erasure of the latter."));
    }
    Instant deadline = invite.meeting.latestDeadline(story.event);
    if (first
        && seen.inDoubt(invite.mail.notification()) == 0
        && invite.mail.date().isAfter(deadline)) {
      object.accept(
          new Objection.AfterDeadline(
              "%s at %s; the deadline was %s.".formatted(invite, invite.mail.date(), deadline)));
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
