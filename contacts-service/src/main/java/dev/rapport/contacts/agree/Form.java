package dev.rapport.contacts.agree;

import dev.rapport.access.Problem;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Cards;
import dev.rapport.contacts.person.Topics;
import dev.rapport.contacts.person.Wishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody filled in.
 *
 * @param shown the keys of what the page asked
 * @param agreed of these, those that were agreed to
 * @param invalid the names of fields that cannot be taken
 */
record Form(Set<String> shown, Set<String> agreed, Card card, Wishes wishes, List<String> invalid) {

  /** The fields of a card, as forms name them. */
  static final List<String> CARD =
      List.of("phone", "organisation", "title", "mastodon", "linkedin", "xing");

  static final List<String> TOPICS = List.of("interests", "seeks", "offers");

  /**
   * Reads a form.
   *
   * @param keepsEmpty whether an empty card field leaves the card as it is, for a page that does
   *     not show what is on it
   */
  static Form read(MultiValueMap<String, String> posted, boolean keepsEmpty) {
    var fields = new Reader(posted, keepsEmpty, new ArrayList<>());
    var card =
        new Card(
            fields.card("phone", Cards::phone),
            fields.card("organisation", Cards::line),
            fields.card("title", Cards::line),
            fields.card("mastodon", Cards::mastodon),
            fields.card("linkedin", (name, text) -> Cards.page(name, text, "linkedin.com")),
            fields.card("xing", (name, text) -> Cards.page(name, text, "xing.com")));
    var wishes =
        new Wishes(
            fields.topics("interests"),
            fields.topics("seeks"),
            fields.topics("offers"),
            fields.channels());
    return new Form(
        Set.copyOf(posted.getOrDefault("shown", List.of())),
        Set.copyOf(posted.getOrDefault("agree", List.of())),
        card,
        wishes,
        List.copyOf(fields.invalid()));
  }

  private record Reader(
      MultiValueMap<String, String> posted, boolean keepsEmpty, List<String> invalid) {

    @Nullable String card(String name, BiFunction<String, String, @Nullable String> check) {
      var text = posted.getFirst(name);
      if (text == null || (keepsEmpty && text.isBlank())) {
        return null;
      }
      return checked(name, () -> check.apply(name, text.strip()));
    }

    @Nullable List<String> topics(String name) {
      var text = posted.getFirst(name);
      if (text == null) {
        return null;
      }
      var topics = Stream.of(text.split("[,;\\r\\n]")).filter(topic -> !topic.isBlank()).toList();
      return checked(name, () -> Topics.read(name, topics));
    }

    /** The same channel twice is meant once. */
    @Nullable List<Wishes.Channel> channels() {
      var chosen = posted.get("channel");
      if (chosen == null) {
        return null;
      }
      var channels = chosen.stream().filter(channel -> !channel.isEmpty()).distinct().toList();
      return checked("channel", () -> Cards.channels("channels", channels));
    }

    private interface Check<T> {
      @Nullable T read();
    }

    private <T> @Nullable T checked(String name, Check<T> check) {
      try {
        return check.read();
      } catch (Problem e) {
        invalid.add(name);
        return null;
      }
    }
  }
}
