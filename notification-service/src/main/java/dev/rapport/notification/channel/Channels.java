package dev.rapport.notification.channel;

import dev.rapport.notification.model.Route;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The channels of this installation, and which of them is tried next. */
@Component
public class Channels {

  private final List<Channel> all;

  Channels(List<Channel> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Returns the first that is possible and has not refused: in the order of the contact's wishes,
   * then of the owner's. Null when none is left.
   */
  public @Nullable Channel next(Invitation invitation, Route route) {
    return wishes(invitation.contact().channels(), invitation.owner().channels())
        .filter(word -> !route.refused().contains(word))
        .map(this::of)
        .filter(Objects::nonNull)
        .filter(channel -> channel.isPossible(invitation))
        .findFirst()
        .orElse(null);
  }

  /** Returns the words of all, in no order. */
  public List<String> words() {
    return all.stream().map(Channel::word).toList();
  }

  static Stream<String> wishes(List<String> contacts, List<String> owners) {
    return Stream.concat(contacts.stream(), owners.stream()).distinct();
  }

  /** Returns the one by which it may have gone already, if that can still be asked or told. */
  public @Nullable Channel doubtful(Invitation invitation, Route route) {
    var word = route.channel();
    var channel = word == null ? null : of(word);
    return channel != null && channel.isPossible(invitation) ? channel : null;
  }

  private @Nullable Channel of(String word) {
    for (var channel : all) {
      if (channel.word().equals(word)) {
        return channel;
      }
    }
    return null;
  }
}
