package dev.rapport.system.advice;

import dev.rapport.system.checker.PlanSeen;
import dev.rapport.system.ledger.Entry;
import java.util.List;

/** Know what success looks like; only meetings that both reported count. */
record HaveAPlan() implements Piece {

  @Override
  public String word() {
    return "plan";
  }

  @Override
  public String advice() {
    return "Have a plan and prepare";
  }

  @Override
  public Figures figures(Ground ground) {
    List<PlanSeen> plans = ground.seen().plans();
    long goals = plans.stream().mapToLong(PlanSeen::goals).sum();
    long reached = plans.stream().mapToLong(PlanSeen::reached).sum();
    return new Figures()
        .with("plans", ground.ledger().all(Entry.Planned.class).count())
        .with("goals", goals)
        .with("reached", reached)
        .percent("ofThem", reached, goals);
  }
}
