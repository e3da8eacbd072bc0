package dev.rapport.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Takes due documents for this instance alone, without leases: a shared conditional update writes a
 * token, and what carries the token is ours until the claim expires. Later writes of the claimant
 * name the token in their filter, so one that was paused too long changes nothing.
 */
public final class Claims {

  /** The field that holds the claimant's token, a UUID: a fencing token. */
  public static final String CLAIM = "claim";

  /** The field that holds since when, in machine time. */
  public static final String CLAIMED_AT = "claimedAt";

  private final MachineClock clock;
  private final Duration expiry;

  /** Takes after how long, in machine time, an unfinished claim is up for others. */
  public Claims(MachineClock clock, Duration expiry) {
    this.clock = clock;
    this.expiry = expiry;
  }

  /** Clears a claim together with the update that finishes its work. */
  public static Bson done() {
    return Updates.combine(Updates.unset(CLAIM), Updates.unset(CLAIMED_AT));
  }

  /**
   * Claims up to {@code limit} documents that match {@code due} and are not claimed, or no longer.
   *
   * @param due must still hold at the moment of the write
   * @param update written together with the claim
   * @return the documents as they are after the write, with their token in {@link #CLAIM}
   */
  public List<Document> claim(
      MongoCollection<Document> documents, Bson due, Bson update, Bson sort, int limit) {
    var now = clock.now();
    var free =
        Filters.or(
            Filters.exists(CLAIM, false), Filters.lt(CLAIMED_AT, Date.from(now.minus(expiry))));
    var ids = new ArrayList<Object>();
    documents
        .find(Filters.and(due, free))
        .sort(sort)
        .limit(limit)
        .projection(Projections.include("_id"))
        .forEach(document -> ids.add(document.get("_id")));
    if (ids.isEmpty()) {
      return List.of();
    }
    var token = UUID.randomUUID();
    var taken =
        documents.updateMany(
            Filters.and(Filters.in("_id", ids), due, free),
            Updates.combine(
                update, Updates.set(CLAIM, token), Updates.set(CLAIMED_AT, Date.from(now))));
    if (taken.getModifiedCount() == 0) {
      return List.of();
    }
    return documents
        .find(Filters.and(Filters.in("_id", ids), Filters.eq(CLAIM, token)))
        .sort(sort)
        .into(new ArrayList<>());
  }
}
