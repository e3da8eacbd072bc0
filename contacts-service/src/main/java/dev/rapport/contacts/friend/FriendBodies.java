package dev.rapport.contacts.friend;

import dev.rapport.access.Fields;
import dev.rapport.contacts.contact.Notes;
import dev.rapport.contacts.person.Card;
import dev.rapport.contacts.person.Cards;
import dev.rapport.contacts.person.Person;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about old friends. */
final class FriendBodies {

  private FriendBodies() {}

  /** An old friend: name and address replaced as a whole, the rest where it is said. */
  @Schema(name = "FriendUpsert")
  record FriendBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String name,
      @Nullable String email,
      @Schema(maxLength = 50, description = "Of this and all below: absent leaves it as it is")
          @Nullable String phone,
      @Schema(maxLength = 200) @Nullable String organisation,
      @Schema(maxLength = 200) @Nullable String title,
      @Schema(maxLength = 200, description = "user@server") @Nullable String mastodon,
      @Schema(maxLength = 300, description = "The profile page at linkedin.com")
          @Nullable String linkedin,
      @Schema(maxLength = 300, description = "The profile page at xing.com") @Nullable String xing,
      @Schema(maxLength = 4000) @Nullable String notes,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> tags) {

    Friend read(String key) {
      return new Friend(
          own(key),
          Fields.personName("name", name),
          email == null ? null : Fields.address("email", email),
          new Card(
              Cards.phone("phone", phone),
              Cards.line("organisation", organisation),
              Cards.line("title", title),
              Cards.mastodon("mastodon", mastodon),
              Cards.page("linkedin", linkedin, "linkedin.com"),
              Cards.page("xing", xing, "xing.com")),
          Notes.text(notes),
          Notes.tags(tags));
    }
  }

  /**
   * An old friend as stored.
   *
   * @param contact what the other operations on contacts name them by
   */
  @Schema(name = "Friend")
  record FriendView(
      UUID contact,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String organisation,
      @Nullable String title,
      @Nullable String mastodon,
      @Nullable String linkedin,
      @Nullable String xing) {

    static FriendView of(Person person) {
      var profile = person.profile();
      var card = profile.card();
      return new FriendView(
          person.id(),
          profile.name(),
          profile.email(),
          card.phone(),
          card.organisation(),
          card.title(),
          card.mastodon(),
          card.linkedin(),
          card.xing());
    }
  }

  static Friend.Key own(String key) {
    return new Friend.Key(Friend.Key.Kind.own, Fields.externalId("key", key));
  }
}
