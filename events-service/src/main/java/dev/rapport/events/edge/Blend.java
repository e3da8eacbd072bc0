package dev.rapport.events.edge;

/**
 * How people meet, as counts.
 *
 * @param both who met in both ways
 */
public record Blend(long faceToFace, long virtual, long both) {

  static final Blend NONE = new Blend(0, 0, 0);

  /** Of an event's meetings; those of the erased are in none. */
  static Blend ofMeetings(Crowd crowd) {
    long face = 0;
    long virtual = 0;
    long both = 0;
    for (var tie = 0; tie < crowd.ties(); tie++) {
      if (crowd.isFaceToFace(tie) && crowd.isVirtual(tie)) {
        both++;
      } else if (crowd.isFaceToFace(tie)) {
        face++;
      } else if (crowd.isVirtual(tie)) {
        virtual++;
      }
    }
    return new Blend(face, virtual, both);
  }

  /** Of an event's attendees who met somebody: in one way only, or in both. */
  static Blend ofPeople(Crowd crowd) {
    var face = new boolean[crowd.attendees()];
    var virtual = new boolean[crowd.attendees()];
    for (var tie = 0; tie < crowd.ties(); tie++) {
      mark(face, crowd.isFaceToFace(tie), crowd.one(tie), crowd.other(tie));
      mark(virtual, crowd.isVirtual(tie), crowd.one(tie), crowd.other(tie));
    }
    long faceOnly = 0;
    long virtualOnly = 0;
    long both = 0;
    for (var i = 0; i < face.length; i++) {
      both += face[i] && virtual[i] ? 1 : 0;
      faceOnly += face[i] && !virtual[i] ? 1 : 0;
      virtualOnly += !face[i] && virtual[i] ? 1 : 0;
    }
    return new Blend(faceOnly, virtualOnly, both);
  }

  private static void mark(boolean[] people, boolean so, int one, int other) {
    if (so && one >= 0) {
      people[one] = true;
    }
    if (so && other >= 0) {
      people[other] = true;
    }
  }
}
