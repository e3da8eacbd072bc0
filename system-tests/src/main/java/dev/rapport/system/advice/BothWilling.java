package dev.rapport.system.advice;

import dev.rapport.system.checker.MailSeen;
import dev.rapport.system.ledger.Act;

/** Two who both want to stay in touch are connected: there is nothing to ask. */
record BothWilling() implements Piece {

  @Override
  public String word() {
    return "willing";
  }

  @Override
  public String advice() {
    return "Connect those who both want it";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("connected", ground.outcome("connected"))
        .with("accepted", ground.acts(Act.ACCEPT))
        .with("declined", ground.acts(Act.DECLINE))
        .with("mailsWithAddresses", shared(ground));
  }

  /** Each was shared by its owner, or the checker objects. */
  private static long shared(Ground ground) {
    return ground.seen().mails().stream().filter(MailSeen::tellsOfOthers).count();
  }
}
