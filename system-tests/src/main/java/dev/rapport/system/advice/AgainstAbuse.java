package dev.rapport.system.advice;

import dev.rapport.system.ledger.Act;

/** Whoever was not met, or is not wanted, is gone by one click, in silence. */
record AgainstAbuse() implements Piece {

  @Override
  public String word() {
    return "abuse";
  }

  @Override
  public String advice() {
    return "Leave in peace who wants peace";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("notMet", ground.acts(Act.NOT_MET))
        .with("blocks", ground.acts(Act.BLOCK))
        .with("reports", ground.acts(Act.REPORT))
        .with("mostForOneSidedScansADay", ground.verdict().oneSided().most())
        .with("daysStoppedByTheAllowance", ground.verdict().oneSided().stopped());
  }
}
