package dev.rapport.system.checker;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** One mail a slot; a copy only of a mail in doubt, with the same Message-ID. */
final class CopyRules {

  private record Day(String recipient, MailSeen.Kind kind, LocalDate day) {}

  private final Observation seen;
  private final Consumer<Objection> object;
  private final Map<String, Integer> arrivals = new HashMap<>();
  private final Map<String, UUID> notifications = new HashMap<>();
  private final Map<UUID, Set<String>> bySlot = new HashMap<>();
  private final Map<Day, Set<String>> byDay = new HashMap<>();
  private final Map<UUID, Set<String>> byInvitation = new HashMap<>();

  CopyRules(Observation seen, Consumer<Objection> object) {
    this.seen = seen;
    this.object = object;
  }

  void judge() {
    seen.mails().forEach(this::count);
    arrivals.forEach(
        (id, count) -> {
          int allowed = 1 + seen.doubts(notifications.getOrDefault(id, new UUID(0, 0)));
          if (count > allowed) {
            object.accept(
                new Objection.Doubled(
                    "Mail %s arrived %d times; %d would be explained."
                        .formatted(id, count, allowed)));
          }
        });
    bySlot.forEach((slot, ids) -> judge("Notification " + slot + " became", ids));
    byDay.forEach(
        (day, ids) -> judge("%s got on %s as %s".formatted(day.recipient, day.day, day.kind), ids));
    byInvitation.forEach((item, ids) -> judge("Follow-up " + item + " was sent in", ids));
  }

  private void judge(String sentence, Set<String> ids) {
    if (ids.size() > 1) {
      object.accept(
          new Objection.Doubled("%s %d different mails: %s.".formatted(sentence, ids.size(), ids)));
    }
  }

  private void count(MailSeen mail) {
    arrivals.merge(mail.messageId(), 1, Integer::sum);
    notifications.put(mail.messageId(), mail.notification());
    add(bySlot, mail.notification(), mail);
    if (!seen.resent(mail)) {
      mail.recipients().forEach(r -> add(byDay, new Day(r, mail.kind(), mail.day()), mail));
    }
    if (mail.kind() == MailSeen.Kind.INVITE) {
      mail.items().forEach(item -> add(byInvitation, item, mail));
    }
  }

  private static <K> void add(Map<K, Set<String>> ids, K key, MailSeen mail) {
    ids.computeIfAbsent(key, k -> new TreeSet<>()).add(mail.messageId());
  }
}
