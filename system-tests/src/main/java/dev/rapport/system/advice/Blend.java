package dev.rapport.system.advice;

import dev.rapport.system.checker.CrowdSeen;

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
    CrowdSeen.Blend meetings = ground.seen().crowd().meetingsBy();
    long virtual = meetings.virtual() + meetings.both();
    return new Figures()
        .with("metFaceToFace", meetings.faceToFace())
        .with("virtually", meetings.virtual())
        .with("both", meetings.both())
        .percent("virtual", virtual, meetings.faceToFace() + virtual);
  }
}
