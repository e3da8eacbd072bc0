package dev.rapport.system.advice;

import dev.rapport.system.checker.MailSeen;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A popular person gets one mail a day, answers many people in one, and can let the rest go. */
record DoNotMonopolise() implements Piece {

  /** Copies of one mail are one. */
  private record Day(List<String> recipients, MailSeen.Kind kind, LocalDate day) {}

  @Override
  public String word() {
    return "monopolise";
  }

  @Override
  public String advice() {
    return "Don't monopolise people";
  }

  @Override
  public Figures figures(Ground ground) {
    Map<Day, Long> mails =
        ground.seen().mails().stream()
            .filter(mail -> !ground.seen().resent(mail))
            .collect(
                Collectors.groupingBy(
                    mail -> new Day(mail.recipients(), mail.kind(), day(mail)),
                    Collectors.mapping(MailSeen::messageId, distinct())));
    Map<List<String>, Long> inMails =
        ground.seen().mails().stream()
            .collect(
                Collectors.groupingBy(
                    MailSeen::recipients, Collectors.mapping(MailSeen::messageId, distinct())));
    int named =
        ground.seen().mails().stream().mapToInt(mail -> mail.items().size()).max().orElse(0);
    return new Figures()
        .with("metByTheMostPopular", most(ground.met().values()))
        .with("atMostInOneMail", named)
        .with("atMostOfAKindADay", most(mails.values()))
        .with("mailsAtMost", most(inMails.values()))
        .with("waived", ground.outcome("waived"));
  }

  private static Collector<String, ?, Long> distinct() {
    return Collectors.collectingAndThen(Collectors.toSet(), ids -> (long) ids.size());
  }

  private static LocalDate day(MailSeen mail) {
    return mail.date().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static long most(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
