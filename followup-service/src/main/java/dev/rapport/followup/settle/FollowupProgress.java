package dev.rapport.followup.settle;

import java.util.Map;
import java.util.UUID;

/**
 * The message on {@code followup-progress}.
 *
 * @param total follow-ups whose meeting counts
 * @param open those of them that are not settled
 * @param revSum the sum of the meeting revisions recorded, over all documents
 * @param byOutcome settled ones whose meeting counts, by outcome
 */
record FollowupProgress(
    UUID event,
    long rev,
    long total,
    long open,
    long revSum,
    Map<String, Long> byOutcome,
    Owners people) {

  static final String TOPIC = "followup-progress";

  /** Owners with at least one follow-up that counts, by how far they are. */
  record Owners(long met, long complete, long late, long open) {}

  boolean saysTheSame(FollowupProgress other) {
    return equals(
        new FollowupProgress(
            other.event,
            rev,
            other.total,
            other.open,
            other.revSum,
            other.byOutcome,
            other.people));
  }
}
