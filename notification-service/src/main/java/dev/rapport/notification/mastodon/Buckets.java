package dev.rapport.notification.mastodon;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.Indexing;
import dev.rapport.messaging.MachineClock;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Bucket4j buckets in documents, one a person: shared by all instances, kept over restarts. */
final class Buckets extends AbstractCompareAndSwapBasedProxyManager<UUID> {

  private static final String USED = "used";

  private final MongoCollection<Document> documents;
  private final String field;
  private final MachineClock clock;
  private final boolean own;

  private Buckets(
      MongoCollection<Document> documents, String field, MachineClock clock, boolean own) {
    super(ClientSideConfig.getDefault().withClientClock(new Meter(clock)));
    this.documents = documents;
    this.field = field;
    this.clock = clock;
    this.own = own;
  }

  /** In a field of documents that are there for something else. */
  static Buckets within(MongoCollection<Document> documents, String field, MachineClock clock) {
    return new Buckets(documents, field, clock, false);
  }

  /** In documents of their own, which the database drops when they are not used for so long. */
  static Buckets own(MongoCollection<Document> documents, Duration unused, MachineClock clock) {
    Indexing.make(
        documents,
        Indexes.ascending(USED),
        new IndexOptions().expireAfter(unused.toSeconds(), TimeUnit.SECONDS));
    return new Buckets(documents, "bucket", clock, true);
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(UUID person) {
    return new CompareAndSwapOperation() {
      @Override
      public Optional<byte[]> getStateData(Optional<Long> timeout) {
        var found =
            documents
                .find(Filters.eq("_id", person))
                .projection(Projections.include(field))
                .first();
        return Optional.ofNullable(found)
            .map(document -> document.get(field, Binary.class))
            .map(Binary::getData);
      }

      @Override
      public boolean compareAndSwap(
          byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
        return own
            ? swapOwn(person, before, new Binary(after))
            : swapWithin(person, before, new Binary(after));
      }
    };
  }

  private boolean swapWithin(UUID person, byte @Nullable [] before, Binary after) {
    var same =
        before == null ? Filters.exists(field, false) : Filters.eq(field, new Binary(before));
    var result =
        documents.updateOne(
            Filters.and(Filters.eq("_id", person), same), Updates.set(field, after));
    // An account that is gone has nothing to be counted by: its token is gone as well.
    return result.getMatchedCount() == 1
        || documents.find(Filters.eq("_id", person)).first() == null;
  }

  private boolean swapOwn(UUID person, byte @Nullable [] before, Binary after) {
    var same =
        before == null ? Filters.exists(field, false) : Filters.eq(field, new Binary(before));
    var update =
        Updates.combine(Updates.set(field, after), Updates.set(USED, Date.from(clock.now())));
    try {
      documents.updateOne(
          Filters.and(Filters.eq("_id", person), same), update, new UpdateOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false; // another instance was faster
      }
      throw e;
    }
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(UUID person) {
    throw new UnsupportedOperationException("Only asked by threads that may wait");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(UUID person) {
    throw new UnsupportedOperationException("Only asked by threads that may wait");
  }

  @Override
  public void removeProxy(UUID person) {
    documents.updateOne(Filters.eq("_id", person), Updates.unset(field));
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  private record Meter(MachineClock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(Objects.requireNonNull(clock.now()).toEpochMilli());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
