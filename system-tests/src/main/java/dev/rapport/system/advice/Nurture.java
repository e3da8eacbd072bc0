package dev.rapport.system.advice;

import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.ledger.Entry;

/** All year: a rhythm for each contact, which starts again with every touch. */
record Nurture() implements Piece {

  @Override
  public String word() {
    return "nurture";
  }

  @Override
  public String advice() {
    return "Nurture your network all year";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("cadences", ground.ledger().all(Entry.Kept.class).count())
        .with(
            "due", ground.ledger().all(Entry.SawDue.class).mapToLong(Entry.SawDue::cadences).sum())
        .with("mailsThatTellMore", mails(ground))
        .with("interactionsLogged", ground.ledger().all(Entry.Logged.class).count());
  }

  /** Lists that tell more than who is to be followed up. */
  private static long mails(Ground ground) {
    return ground.seen().mails().stream()
        .filter(mail -> mail.kind() == Kind.LIST && !mail.beside().isEmpty())
        .count();
  }
}
