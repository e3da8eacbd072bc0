package dev.rapport.system.advice;

import dev.rapport.system.ledger.Entry;

/** Before a third favour in a row is asked for, there is something to give. */
record Give() implements Piece {

  @Override
  public String word() {
    return "give";
  }

  @Override
  public String advice() {
    return "Not only when you want something";
  }

  @Override
  public Figures figures(Ground ground) {
    return new Figures()
        .with("greetings", logged(ground, "greet"))
        .with("given", logged(ground, "give"))
        .with("asked", logged(ground, "ask"))
        .with(
            "givesSuggested",
            ground.ledger().all(Entry.SawDue.class).mapToLong(Entry.SawDue::gives).sum());
  }

  private static long logged(Ground ground, String purpose) {
    return ground.ledger().all(Entry.Logged.class).filter(l -> l.purpose().equals(purpose)).count();
  }
}
