package dev.rapport.notification.mastodon;

import com.mongodb.client.MongoDatabase;
import dev.rapport.messaging.MachineClock;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        Buckets.within(database.getCollection(Accounts.COLLECTION), "allowance" + perDay, clock);
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
}
