package dev.rapport.system.checker;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One mail a slot; a copy only of a mail in doubt, with the same Message-ID; never a reminder. */
final class CopyRules {

  private record Day(String recipient, MailSeen.Kind kind, LocalDate day) {}

  private final Observation seen;
  private final Story story;
  private final Findings findings;
  private final Map<String, Integer> arrivals = new HashMap<>();
  private final Map<String, UUID> notifications = new HashMap<>();
  private final Map<UUID, Set<String>> bySlot = new HashMap<>();
  private final Map<Day, Set<String>> byDay = new HashMap<>();
  private final Map<Object, Set<String>> byInvitation = new HashMap<>();

  CopyRules(Story story, Observation seen, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
  }

  void judge() {
    seen.mails().forEach(this::count);
    seen.invitations().forEach(this::count);
    arrivals.forEach(
        (id, count) -> {
          int allowed = 1 + seen.doubts(notifications.getOrDefault(id, new UUID(0, 0)));
          if (count > allowed) {
            findings.object(
                new Objection.Doubled(
                    "Mail %s arrived %d times; %d would be explained."
                        .formatted(id, count, allowed)));
          }
        });
    bySlot.forEach(
        (slot, ids) -> {
          if (ids.size() > 1) {
            findings.object(doubled("Notification " + slot + " became", ids));
          }
        });
    byDay.forEach(
        (day, ids) ->
            judge(
                Manner.ONE_MAIL_A_DAY,
                "%s got on %s as %s".formatted(day.recipient, day.day, day.kind),
                ids));
    byInvitation.forEach((what, ids) -> judge(Manner.NO_REMINDER, what + " was asked by", ids));
  }

  private void judge(Manner manner, String sentence, Set<String> ids) {
    findings.checked(manner);
    if (ids.size() > 1) {
      findings.violated(manner, doubled(sentence, ids));
    }
  }

  private static Objection doubled(String sentence, Set<String> ids) {
    return new Objection.Doubled("%s %d different mails: %s.".formatted(sentence, ids.size(), ids));
  }

  private void count(MailSeen mail) {
    if (mail.kind() != MailSeen.Kind.SOCIAL) {
      // The platform knows a repeat by its id.
      arrivals.merge(mail.messageId(), 1, Integer::sum);
    }
    notifications.put(mail.messageId(), mail.notification());
    add(bySlot, mail.notification(), mail);
    // How many invitations of a day the platform shows together is its own affair.
    if (!seen.resent(mail) && mail.kind() != MailSeen.Kind.SOCIAL) {
      mail.recipients().forEach(r -> add(byDay, new Day(who(r), mail.kind(), mail.day()), mail));
    }
    switch (mail.kind()) {
      case INVITE, SOCIAL -> mail.items().forEach(item -> add(byInvitation, pair(item), mail));
      case WELCOME -> mail.recipients().forEach(r -> add(byInvitation, who(r), mail));
      case LIST -> {}
    }
  }

  /** Two follow-ups of the same two would not excuse two invitations; nor are two welcomes one. */
  private Object pair(UUID item) {
    FollowUpSeen followUp = story.followUp(item);
    return followUp == null ? item : followUp.direction();
  }

  /** Whoever moves does not get more. */
  private String who(String address) {
    PersonStory person = story.withAddress(address);
    return person == null ? address : person.name;
  }

  private static <K> void add(Map<K, Set<String>> ids, K key, MailSeen mail) {
    ids.computeIfAbsent(key, k -> new TreeSet<>()).add(mail.messageId());
  }
}
