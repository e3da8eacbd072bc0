package dev.rapport.followup.list;

import dev.rapport.followup.ask.Beside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feature that has something to tell on owners' lists, beside open follow-ups. */
public interface Besides {

  /** Returns what there is to tell these owners now; those without anything may be left out. */
  Map<UUID, Standing> of(Collection<UUID> owners, Instant now);

  /** These were told, of whatever feature they are; what is told once is not told again. */
  void told(Collection<UUID> ids);

  /**
   * What an owner is to be told.
   *
   * @param items in the order in which they are told
   * @param next when there will be something else, in event time, or null
   */
  record Standing(List<Beside> items, @Nullable Instant next) {

    static final Standing NOTHING = new Standing(List.of(), null);

    private Standing and(Standing other) {
      var both = new ArrayList<>(items);
      both.addAll(other.items);
      return new Standing(List.copyOf(both), earlier(next, other.next));
    }
  }

  /** All features as one, in this order. */
  static Besides all(List<Besides> features) {
    return new Besides() {
      @Override
      public Map<UUID, Standing> of(Collection<UUID> owners, Instant now) {
        var all = new HashMap<UUID, Standing>();
        features.forEach(
            feature ->
                feature
                    .of(owners, now)
                    .forEach((owner, standing) -> all.merge(owner, standing, Standing::and)));
        return all;
      }

      @Override
      public void told(Collection<UUID> ids) {
        features.forEach(feature -> feature.told(ids));
      }
    };
  }

  /** The earlier of two moments, of which either may be missing. */
  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isBefore(one) ? other : one;
  }
}
