package dev.rapport.system.advice;

import dev.rapport.system.checker.MailSeen.Kind;
import dev.rapport.system.ledger.Entry;

/** Everything is off until the person has said yes. */
record AskFirst() implements Piece {

  @Override
  public String word() {
    return "yes";
  }

  @Override
  public String advice() {
    return "Ask before you write";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("welcomeMails", welcomes(ground))
        .with("answered", ground.ledger().all(Entry.Welcomed.class).count())
        .with("yesGiven", consents(ground, true))
        .with("takenBack", consents(ground, false))
        .with("unsubscribed", ground.ledger().all(Entry.Unsubscribed.class).count());
  }

  private static long welcomes(Ground ground) {
    return ground.seen().mails().stream().filter(m -> m.kind() == Kind.WELCOME).count();
  }

  private static long consents(Ground ground, boolean given) {
    return ground.ledger().all(Entry.Consented.class).filter(c -> c.given() == given).count();
  }
}
