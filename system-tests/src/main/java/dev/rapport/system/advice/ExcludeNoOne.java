package dev.rapport.system.advice;

/** Coverage divides by all who attend; none is dropped. */
record ExcludeNoOne() implements Piece {

  @Override
  public String word() {
    return "exclude";
  }

  @Override
  public String advice() {
    return "Don't exclude others";
  }

  @Override
  public Figures figures(Ground ground) {
    var event = ground.seen().event();
    return new Figures()
        .with("attendees", event.attendees())
        .percent("inTime", event.people().complete(), event.attendees())
        .with("late", event.people().late())
        .with("open", event.people().open())
        .with("metNobody", event.metNobody());
  }
}
