package dev.rapport.contacts.friend;

import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Profile;
import dev.rapport.contacts.person.Wishes;
import dev.rapport.messaging.Ids;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An old friend, as their owner describes them.
 *
 * @param key what tells an owner's friends apart
 * @param notes null says nothing of them, like no tags
 */
record Friend(
    Key key,
    String name,
    @Nullable String email,
    Card card,
    @Nullable String notes,
    List<String> tags) {

  /** The same key is the same friend of an owner. */
  record Key(Kind kind, String value) {

    /** Where it comes from; an address book's own comes before what others may share. */
    enum Kind {
      /** Given by who calls the API. */
      own,
      /** A vCard's UID. */
      uid,
      /** A profile page's address. */
      page,
      /** A mail address. */
      address,
      name
    }

    static Key page(String address) {
      var plain = address.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
      return new Key(Kind.page, plain.replaceFirst("/+$", ""));
    }

    static Key address(String email) {
      return new Key(Kind.address, email.toLowerCase(Locale.ROOT));
    }

    static Key name(String name) {
      var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      return new Key(Kind.name, plain);
    }

    UUID id(Ids ids, UUID owner) {
      return ids.of("friend", owner, kind, value);
    }
  }

  Profile profile() {
    return new Profile(name, email, null, null, card, Wishes.NONE);
  }

  /** A hash of all that is said: an entry that is imported again is known by it. */
  UUID said(Ids ids) {
    return ids.of("friend-said", name, profile(), String.valueOf(notes), tags);
  }
}
