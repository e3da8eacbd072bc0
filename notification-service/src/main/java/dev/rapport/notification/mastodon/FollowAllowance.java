package dev.rapport.notification.mastodon;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.MachineClock;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many follows an account has left today (UTC, as Mastodon counts): a Bucket4j bucket in the
 * account's document, shared by all instances, and kept over restarts.
 */
@Component
public class FollowAllowance {

  private final Buckets buckets;
  private final MachineClock clock;
  private final int perDay;

  FollowAllowance(MongoDatabase database, MastodonSettings settings, MachineClock clock) {
    this.clock = clock;
    this.perDay = settings.followsPerDay();
    // Another limit is another bucket: what is kept of one holds its limit too.
    this.buckets =
        new Buckets(database.getCollection(Accounts.COLLECTION), "allowance" + perDay, clock);
  }

  /** Takes one; returns null, or when there is one again, in machine time. */
  public @Nullable Instant take(Account account) {
    var now = clock.now();
    var probe =
        buckets
            .builder()
            .build(account.person(), () -> configuration(now))
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? null : now.plusNanos(probe.getNanosToWaitForRefill());
  }

  private BucketConfiguration configuration(Instant now) {
    var midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(perDay)
                    .refillIntervallyAligned(perDay, Duration.ofDays(1), midnight))
        .build();
  }

  private static final class Buckets extends AbstractCompareAndSwapBasedProxyManager<UUID> {

    private final MongoCollection<Document> documents;
    private final String field;

    Buckets(MongoCollection<Document> documents, String field, MachineClock clock) {
      super(ClientSideConfig.getDefault().withClientClock(new Meter(clock)));
      this.documents = documents;
      this.field = field;
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
            byte @Nullable [] before,
            byte[] after,
            RemoteBucketState state,
            Optional<Long> timeout) {
          var same =
              before == null ? Filters.exists(field, false) : Filters.eq(field, new Binary(before));
          var update = Updates.set(field, new Binary(after));
          var result = documents.updateOne(Filters.and(Filters.eq("_id", person), same), update);
          // An account that is gone has nothing to be counted by: its token is gone as well.
          return result.getMatchedCount() == 1
              || documents.find(Filters.eq("_id", person)).first() == null;
        }
      };
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
