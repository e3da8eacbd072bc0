package dev.rapport.system.checker;

import dev.rapport.system.ledger.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody mails the hall by scanning every badge in it: what goes out by itself, where only its
 * owner says that they met, is fifty a UTC day and one more for each acceptance.
 */
final class AllowanceRules {

  private static final int AT_FIRST = 50;
  private static final int AT_MOST = 500;

  private record Day(PersonStory sender, LocalDate day) {}

  private final Story story;
  private final Observation seen;
  private final Findings findings;

  AllowanceRules(Story story, Observation seen, Findings findings) {
    this.story = story;
    this.seen = seen;
    this.findings = findings;
  }

  void judge() {
    Map<Day, Set<UUID>> sent = new HashMap<>();
    Map<Day, Instant> last = new HashMap<>();
    for (MailSeen mail : seen.sent()) {
      if (mail.kind() == MailSeen.Kind.LIST
          || mail.kind() == MailSeen.Kind.WELCOME
          || seen.resent(mail)
          || !isOfOneDay(mail)) {
        continue;
      }
      for (UUID item : mail.items()) {
        PersonStory sender = sender(item, mail.arrived());
        if (sender != null) {
          Day day = new Day(sender, mail.day());
          sent.computeIfAbsent(day, d -> new HashSet<>()).add(item);
          last.merge(day, mail.arrived(), (one, other) -> one.isAfter(other) ? one : other);
        }
      }
    }
    List<Integer> counts = new ArrayList<>();
    sent.forEach(
        (day, items) -> {
          counts.add(items.size());
          judge(day, items.size(), allowance(day.sender, last.getOrDefault(day, Instant.MIN)));
        });
    findings.oneSided(
        counts.stream().mapToInt(count -> count).max().orElse(0),
        counts.stream().filter(count -> count >= AT_FIRST).count());
  }

  /** When exactly an invitation in the app was checked is not known, nor its day at midnight. */
  private boolean isOfOneDay(MailSeen mail) {
    return mail.kind() == MailSeen.Kind.INVITE
        || mail.day()
            .equals(LocalDate.ofInstant(seen.time().event(mail.arrived()), ZoneOffset.UTC));
  }

  private void judge(Day day, int sent, long allowance) {
    findings.checked(Manner.ALLOWANCE);
    if (sent > allowance) {
      findings.violated(
          Manner.ALLOWANCE,
          new Objection.AllowanceExceeded(
              "%d mails went out by themselves for %s on %s, who alone says that they met; %d may."
                  .formatted(sent, day.sender.name, day.day, allowance)));
    }
  }

  /** In whose name it went out by itself, if nobody but them ever said that the two met. */
  private @Nullable PersonStory sender(UUID item, Instant arrived) {
    FollowUpSeen followUp = story.followUp(item);
    MeetingStory meeting = followUp == null ? null : story.meeting(followUp.direction());
    PersonStory owner = followUp == null ? null : story.person(followUp.owner());
    PersonStory contact = followUp == null ? null : story.person(followUp.contact());
    if (meeting == null || owner == null || contact == null) {
      return null;
    }
    boolean byHand =
        story.acts(item).stream()
            .anyMatch(
                a ->
                    a.act() == Act.SEND
                        && a.person().equals(owner.name)
                        && !a.when().asked().isAfter(arrived));
    return byHand || meeting.everReportedBy(contact) ? null : owner;
  }

  private long allowance(PersonStory sender, Instant then) {
    return Math.min(AT_MOST, AT_FIRST + story.acceptances(sender, then));
  }
}
