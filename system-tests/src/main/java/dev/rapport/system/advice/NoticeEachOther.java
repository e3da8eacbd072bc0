package dev.rapport.system.advice;

import dev.rapport.system.ledger.Entry;

/** Whom sensors saw together is asked whether they met; nothing is told to anybody. */
record NoticeEachOther() implements Piece {

  @Override
  public String word() {
    return "sensed";
  }

  @Override
  public String advice() {
    return "Remember whom you talked to";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("timesNearEachOther", noted(ground))
        .with("askedWhetherTheyMet", ground.ledger().all(Entry.AskedWhether.class).count())
        .with("saidYes", confirmed(ground))
        .with("saidNo", ground.ledger().all(Entry.Dismissed.class).count());
  }

  private static long noted(Ground ground) {
    return ground.ledger().all(Entry.Sensed.class).mapToLong(Entry.Sensed::noted).sum();
  }

  private static long confirmed(Ground ground) {
    return ground
        .ledger()
        .all(Entry.Reported.class)
        .filter(r -> r.report().startsWith("sensed-"))
        .count();
  }
}
