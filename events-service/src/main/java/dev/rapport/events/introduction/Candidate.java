package dev.rapport.events.introduction;

import java.util.List;

/**
 * An attendee as far as introductions go.
 *
 * @param number theirs in the crowd
 * @param connects whether they agreed to introduce others
 * @param introducible whether they agreed to be introduced
 * @param inTheGroup whether they met as many people as the event's median
 * @param onTheEdge never true together with {@code inTheGroup}; both may be false
 * @param topics what they care about, in lower case
 */
record Candidate(
    int number,
    boolean connects,
    boolean introducible,
    boolean inTheGroup,
    boolean onTheEdge,
    List<String> topics) {

  Candidate {
    topics = List.copyOf(topics);
  }

  long shares(Candidate other) {
    return topics.stream().filter(other.topics::contains).count();
  }
}
