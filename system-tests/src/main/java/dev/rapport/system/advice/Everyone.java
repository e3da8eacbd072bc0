package dev.rapport.system.advice;

import dev.rapport.system.ledger.Entry;

/** Everyone who met is followed up within the week. */
record Everyone() implements Piece {

  @Override
  public String word() {
    return "everyone";
  }

  @Override
  public String advice() {
    return "Follow up with everyone in the week";
  }

  @Override
  public Figures figures(Ground ground) {
    long all = ground.followUps().size();
    long followedUp = ground.outcome("sent") + ground.outcome("done") + ground.outcome("connected");
    return new Figures()
        .percent("ofThoseWhoMet", followedUp, all)
        .with("sent", ground.outcome("sent"))
        .with("byHand", ground.outcome("done"))
        .with("accepted", ground.answer("accepted"))
        .with("missed", ground.outcome("missed"))
        .with("withOwnWords", ground.ledger().all(Entry.Worded.class).count());
  }
}
