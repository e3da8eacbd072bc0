package dev.rapport.system.checker;

import dev.rapport.system.checker.FollowUpSeen.Direction;
import dev.rapport.system.ledger.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every meeting that counts has its two follow-ups, each with an outcome that can be; those of
 * meetings that count no more have ended too.
 */
final class FollowUpRules {

  /** What a mail brings about: both willing are connected by it. */
  private static final Set<String> WRITTEN = Set.of("sent", "connected");

  private final Story story;
  private final Observation seen;
  private final Findings findings;
  private final Map<UUID, MailSeen> invites = new HashMap<>();

  FollowUpRules(Story story, Observation seen, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
    Stream.concat(seen.mails().stream(), seen.invitations().stream())
        .filter(m -> m.kind() == MailSeen.Kind.INVITE || m.kind() == MailSeen.Kind.SOCIAL)
        .forEach(mail -> mail.items().forEach(item -> invites.put(item, mail)));
  }

  /** Judges all follow-ups; answers whose must exist and count. */
  Set<Direction> judge() {
    Set<Direction> expected = new HashSet<>();
    Set<Direction> founded = new HashSet<>();
    for (MeetingStory meeting : story.meetings()) {
      boolean counts = meeting.counts() || (meeting.mayCount() && seenToCount(meeting));
      if (meeting.everReported()) {
        for (Direction direction : meeting.directions()) {
          founded.add(direction);
          if (counts) {
            expected.add(direction);
          }
        }
        judge(story.prospect(meeting, meeting.first, meeting.second), counts);
        judge(story.prospect(meeting, meeting.second, meeting.first), counts);
      }
    }
    for (FollowUpSeen followUp : seen.followUps()) {
      if (!founded.contains(followUp.direction())) {
        findings.object(
            new Objection.Unfounded(
                "Follow-up %s (%s for %s) exists, but the ledger has no meeting of the two."
                    .formatted(followUp.id(), name(followUp.owner()), name(followUp.contact()))));
      }
    }
    return expected;
  }

  private boolean seenToCount(MeetingStory meeting) {
    return story.followUps(meeting.directions().getFirst()).stream().anyMatch(FollowUpSeen::counts);
  }

  private void judge(Prospect prospect, boolean counts) {
    List<FollowUpSeen> found = story.followUps(prospect.direction());
    if (found.size() > 1) {
      findings.object(new Objection.Doubled(prospect + " exists " + found.size() + " times."));
    } else if (!found.isEmpty()) {
      judge(prospect, found.getFirst(), counts);
    } else if (counts) {
      findings.object(new Objection.Lost(prospect + " does not exist, though they met."));
    }
  }

  private void judge(Prospect prospect, FollowUpSeen followUp, boolean counts) {
    String outcome = followUp.outcome();
    if (counts && !followUp.counts()) {
      findings.object(new Objection.Lost(prospect + " does not count, though their meeting does."));
    } else if (!counts && followUp.counts()) {
      findings.object(
          new Objection.Unfounded(
              "%s counts, but the ledger has no meeting that counts (%s)."
                  .formatted(prospect, followUp.id())));
    }
    if (!followUp.settled() || outcome == null) {
      findings.object(
          new Objection.OpenThoughClosed(
              "%s is still %s (%s).".formatted(prospect, followUp.state(), followUp.id())));
      return;
    }
    judgeOutcome(prospect, followUp, outcome);
    judgeAnswer(prospect, followUp);
    judgeMail(prospect, followUp, outcome, invites.get(followUp.id()));
  }

  private void judgeOutcome(Prospect prospect, FollowUpSeen followUp, String outcome) {
    if (outcome.equals("missed") && prospect.automaticAllAlong(story.outage)) {
      findings.object(
          new Objection.MissedThoughAutomatic(
              "%s was missed, though it was automatic all along (%s)."
                  .formatted(prospect, followUp.id())));
      return;
    }
    MailSeen invite = invites.get(followUp.id());
    boolean social = invite != null && invite.kind() == MailSeen.Kind.SOCIAL;
    Set<String> possible = prospect.outcomes(story.outage, story.lag, social);
    // A mail that may have gone out is "sent", even if its server refuses the next copy.
    boolean unconfirmed = WRITTEN.contains(outcome) && isDoubtful(followUp);
    if (!possible.contains(outcome) && !unconfirmed) {
      findings.object(
          new Objection.ImpossibleOutcome(
              "%s is %s; possible were %s (%s)."
                  .formatted(prospect, outcome, possible, followUp.id())));
    }
    for (Entry.Acted act : prospect.acts()) {
      if (act.outcome() != null && !act.outcome().equals(outcome)) {
        findings.object(
            new Objection.ImpossibleOutcome(
                "%s is %s, though %s was told that it is %s (%s)."
                    .formatted(prospect, outcome, act.person(), act.outcome(), followUp.id())));
      }
    }
  }

  private void judgeAnswer(Prospect prospect, FollowUpSeen followUp) {
    boolean erased = prospect.owner().erased() || prospect.contact().erased();
    if (!erased && !prospect.answers().contains(followUp.answer())) {
      findings.object(
          new Objection.ImpossibleOutcome(
              "%s has the answer %s; possible were %s (%s)."
                  .formatted(prospect, followUp.answer(), prospect.answers(), followUp.id())));
    }
  }

  private void judgeMail(
      Prospect prospect, FollowUpSeen followUp, String outcome, @Nullable MailSeen invite) {
    boolean connected = outcome.equals("connected");
    boolean sent = outcome.equals("sent") || (connected && !prospect.accepted());
    if (sent && invite == null && !isDoubtful(followUp)) {
      findings.object(
          new Objection.Lost(
              "%s is said to be %s, but no mail shows it (%s)."
                  .formatted(prospect, outcome, followUp.id())));
    } else if (!sent
        && !connected
        && invite != null
        && !(invite.showsMore() && prospect.answered())) {
      findings.object(
          new Objection.ImpossibleOutcome(
              "%s is %s, but mail %s brought it (%s)."
                  .formatted(prospect, outcome, invite.messageId(), followUp.id())));
    }
  }

  private boolean isDoubtful(FollowUpSeen followUp) {
    UUID notification = followUp.notification();
    return notification != null && seen.doubts(notification) > 0;
  }

  private String name(UUID id) {
    PersonStory person = story.person(id);
    return person == null ? id.toString() : person.name;
  }
}
