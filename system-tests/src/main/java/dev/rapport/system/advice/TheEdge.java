package dev.rapport.system.advice;

import dev.rapport.system.checker.CrowdSeen;
import dev.rapport.system.checker.CrowdSeen.Hour;
import dev.rapport.system.ledger.Entry;
import java.time.LocalTime;
import java.time.ZoneId;

/** Who is on the edge of the group is seen while there is time to bring them in. */
record TheEdge() implements Piece {

  @Override
  public String word() {
    return "edge";
  }

  @Override
  public String advice() {
    return "Bring in those on the edge";
  }

  @Override
  public Figures figures(Ground ground) {
    CrowdSeen crowd = ground.seen().crowd();
    return new Figures()
        .with("onTheEdgeAtNoon", atNoon(ground, crowd))
        .with("atTheEnd", crowd.onTheEdge())
        .with("introductionsSuggested", ground.ledger().all(Entry.Suggested.class).count())
        .with("made", introductions(ground, true))
        .with("notNow", introductions(ground, false));
  }

  private static long introductions(Ground ground, boolean made) {
    return ground.ledger().all(Entry.Introduced.class).filter(i -> i.made() == made).count();
  }

  /** Of the first day. */
  private static long atNoon(Ground ground, CrowdSeen crowd) {
    ZoneId zone =
        ground.ledger().all(Entry.Held.class).map(Entry.Held::zone).findFirst().orElse(null);
    return zone == null
        ? 0
        : crowd.hours().stream()
            .filter(hour -> LocalTime.ofInstant(hour.start(), zone).getHour() == 11)
            .findFirst()
            .map(Hour::onTheEdge)
            .orElse(0L);
  }
}
