package dev.rapport.system.checker;

import dev.rapport.system.ledger.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every meeting that counts has its two follow-ups, each with an outcome that can be. */
final class FollowUpRules {

  private record Direction(UUID owner, UUID contact) {}

  private final Story story;
  private final Observation seen;
  private final Consumer<Objection> object;
  private final Duration outage;
  private final Map<Direction, List<FollowUpSeen>> followUps;
  private final Map<UUID, MailSeen> invites = new HashMap<>();

  FollowUpRules(Story story, Observation seen, Consumer<Objection> object) {
    this.story = story;
    this.seen = seen;
    this.object = object;
    outage = story.longestOutage(seen.time()::event);
    followUps =
        seen.followUps().stream()
            .collect(Collectors.groupingBy(f -> new Direction(f.owner(), f.contact())));
    seen.mails().stream()
        .filter(m -> m.kind() == MailSeen.Kind.INVITE)
        .forEach(mail -> mail.items().forEach(item -> invites.put(item, mail)));
  }

  /** Judges all follow-ups; answers how many must exist. */
  long judge() {
    Set<Direction> expected = new HashSet<>();
    for (MeetingStory meeting : story.meetings()) {
      if (meeting.counts() || (meeting.mayCount() && seenToCount(meeting))) {
        expected.add(judge(meeting, meeting.first, meeting.second));
        expected.add(judge(meeting, meeting.second, meeting.first));
      }
    }
    for (FollowUpSeen followUp : seen.followUps()) {
      if (followUp.counts()
          && !expected.contains(new Direction(followUp.owner(), followUp.contact()))) {
        object.accept(
            new Objection.Unfounded(
                "Follow-up %s (%s for %s) counts, but the ledger has no meeting that counts."
                    .formatted(followUp.id(), name(followUp.owner()), name(followUp.contact()))));
      }
    }
    return expected.size();
  }

  private boolean seenToCount(MeetingStory meeting) {
    return followUps
        .getOrDefault(new Direction(meeting.first.id, meeting.second.id), List.of())
        .stream()
        .anyMatch(FollowUpSeen::counts);
  }

  private Direction judge(MeetingStory meeting, PersonStory owner, PersonStory contact) {
    Direction direction = new Direction(owner.id, contact.id);
    List<FollowUpSeen> found = followUps.getOrDefault(direction, List.of());
    Prospect prospect =
        new Prospect(
            story.event,
            meeting,
            owner,
            contact,
            acts(direction),
            acts(new Direction(contact.id, owner.id)));
    if (found.isEmpty()) {
      object.accept(new Objection.Lost(prospect + " does not exist, though they met."));
    } else if (found.size() > 1) {
      object.accept(new Objection.Doubled(prospect + " exists " + found.size() + " times."));
    } else {
      judge(prospect, found.getFirst());
    }
    return direction;
  }

  private void judge(Prospect prospect, FollowUpSeen followUp) {
    String outcome = followUp.outcome();
    if (!followUp.counts()) {
      object.accept(new Objection.Lost(prospect + " does not count, though their meeting does."));
    }
    if (!followUp.settled() || outcome == null) {
      object.accept(
          new Objection.OpenThoughClosed(
              "%s is still %s (%s).".formatted(prospect, followUp.state(), followUp.id())));
      return;
    }
    judgeOutcome(prospect, followUp, outcome);
    judgeAnswer(prospect, followUp);
    judgeMail(prospect, followUp, outcome, invites.get(followUp.id()));
  }

  private void judgeOutcome(Prospect prospect, FollowUpSeen followUp, String outcome) {
    if (outcome.equals("missed") && prospect.automaticAllAlong(outage)) {
      object.accept(
          new Objection.MissedThoughAutomatic(
              "%s was missed, though it was automatic all along (%s)."
                  .formatted(prospect, followUp.id())));
      return;
    }
    Set<String> possible = prospect.outcomes(outage);
    if (!possible.contains(outcome)) {
      object.accept(
          new Objection.ImpossibleOutcome(
              "%s is %s; possible were %s (%s)."
                  .formatted(prospect, outcome, possible, followUp.id())));
    }
    for (Entry.Acted act : prospect.acts()) {
      if (act.outcome() != null && !act.outcome().equals(outcome)) {
        object.accept(
            new Objection.ImpossibleOutcome(
                "%s is %s, though %s was told that it is %s (%s)."
                    .formatted(prospect, outcome, act.person(), act.outcome(), followUp.id())));
      }
    }
  }

  private void judgeAnswer(Prospect prospect, FollowUpSeen followUp) {
    boolean erased = prospect.owner().erased() || prospect.contact().erased();
    if (!erased && !prospect.answers().contains(followUp.answer())) {
      object.accept(
          new Objection.ImpossibleOutcome(
              "%s has the answer %s; possible were %s (%s)."
                  .formatted(prospect, followUp.answer(), prospect.answers(), followUp.id())));
    }
  }

  private void judgeMail(
      Prospect prospect, FollowUpSeen followUp, String outcome, @Nullable MailSeen invite) {
    boolean sent = outcome.equals("sent");
    UUID notification = followUp.notification();
    boolean doubtful = notification != null && seen.inDoubt(notification) > 0;
    if (sent && invite == null && !doubtful) {
      object.accept(
          new Objection.Lost(
              "%s is said to be sent, but no mail shows it (%s)."
                  .formatted(prospect, followUp.id())));
    } else if (!sent && invite != null) {
      object.accept(
          new Objection.ImpossibleOutcome(
              "%s is %s, but mail %s brought it (%s)."
                  .formatted(prospect, outcome, invite.messageId(), followUp.id())));
    }
  }

  private List<Entry.Acted> acts(Direction direction) {
    return followUps.getOrDefault(direction, List.of()).stream()
        .flatMap(f -> story.acts(f.id()).stream())
        .toList();
  }

  private String name(UUID id) {
    PersonStory person = story.person(id);
    return person == null ? id.toString() : person.name;
  }
}
