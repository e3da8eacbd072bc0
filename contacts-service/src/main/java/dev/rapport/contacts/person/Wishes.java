package dev.rapport.contacts.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person cares about, and how they want to be followed up. Null is not said, an empty list
 * is taken back; stored ones hold no empty lists.
 *
 * @param interests topics, as {@link Topics} writes them
 * @param seeks in what they look for somebody
 * @param offers with what they can help
 * @param channels the dearest first
 */
public record Wishes(
    @Nullable List<String> interests,
    @Nullable List<String> seeks,
    @Nullable List<String> offers,
    @Nullable List<Channel> channels) {

  /** Nothing said. */
  public static final Wishes NONE = new Wishes(null, null, null, null);

  /** The ways in which somebody can be followed up. */
  public enum Channel {
    email,
    platform,
    mastodon,
    linkedin,
    xing
  }

  Wishes over(Wishes before) {
    return new Wishes(
        said(interests, before.interests),
        said(seeks, before.seeks),
        said(offers, before.offers),
        said(channels, before.channels));
  }

  private static <T> @Nullable List<T> said(@Nullable List<T> now, @Nullable List<T> before) {
    return now == null ? before : now.isEmpty() ? null : now;
  }
}
