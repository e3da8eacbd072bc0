package dev.rapport.system.advice;

import dev.rapport.system.ledger.Entry;

/** Face to face and virtual come in by one door. */
record Blend() implements Piece {

  @Override
  public String word() {
    return "blend";
  }

  @Override
  public String advice() {
    return "Blend face to face and virtual";
  }

  @Override
  public Figures figures(Ground ground) {
    long reports = ground.ledger().all(Entry.Reported.class).count();
    long virtual =
        ground.ledger().all(Entry.Reported.class).filter(Entry.Reported::virtual).count();
    return new Figures()
        .with("faceToFace", reports - virtual)
        .with("virtual", virtual)
        .percent("virtualShare", virtual, reports);
  }
}
