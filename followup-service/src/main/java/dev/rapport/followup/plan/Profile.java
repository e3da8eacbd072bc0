package dev.rapport.followup.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves, as far as follow-ups need it.
 *
 * @param interests short topics that they care about
 * @param seeks topics in which they look for somebody
 * @param offers topics in which they can help
 * @param channels by which they want to be followed up, the dearest first; empty: by mail
 * @param profiles their names in social networks, by network
 */
public record Profile(
    List<String> interests,
    List<String> seeks,
    List<String> offers,
    List<String> channels,
    Map<String, String> profiles) {

  /** Of somebody who says nothing. */
  public static final Profile NONE =
      new Profile(List.of(), List.of(), List.of(), List.of(), Map.of());

  /** Returns what both care about, in this one's spelling and order. */
  public List<String> shared(Profile other) {
    return common(interests, other.interests);
  }

  /** Returns in what this one can help the other. */
  public List<String> helps(Profile other) {
    return common(offers, other.seeks);
  }

  /**
   * Returns the page on which somebody wants to be invited by people themselves: they named that
   * network before any other way; null where they did not.
   */
  public @Nullable String invitingPage() {
    for (var channel : channels) {
      if (channel.equals("linkedin") || channel.equals("xing")) {
        var page = profiles.get(channel);
        if (page != null) {
          return page;
        }
      } else if (!channel.equals("mastodon") || profiles.containsKey(channel)) {
        return null;
      }
    }
    return null;
  }

  private static List<String> common(List<String> ones, List<String> others) {
    Set<String> theirs = others.stream().map(Profile::folded).collect(Collectors.toSet());
    return ones.stream().filter(topic -> theirs.contains(folded(topic))).distinct().toList();
  }

  private static String folded(String topic) {
    return topic.strip().toLowerCase(Locale.ROOT);
  }
}
