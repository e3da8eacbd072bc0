package dev.rapport.system.advice;

import dev.rapport.system.checker.Manner;
import dev.rapport.system.ledger.Entry;
import java.util.Map;

/** Addresses stay hidden until both agree, and notes with whoever wrote them. */
record BeDiscreet() implements Piece {

  @Override
  public String word() {
    return "discreet";
  }

  @Override
  public String advice() {
    return "Don't be indiscreet";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("mailsAndPagesSearched", count(ground.verdict().checked()))
        .with("revealedUnasked", count(ground.verdict().violated()))
        .with("takenHome", ground.ledger().all(Entry.TookOut.class).count())
        .with("privateNotes", ground.ledger().all(Entry.Noted.class).count());
  }

  private static long count(Map<Manner, Long> counts) {
    return counts.getOrDefault(Manner.NOTHING_REVEALED, 0L);
  }
}
