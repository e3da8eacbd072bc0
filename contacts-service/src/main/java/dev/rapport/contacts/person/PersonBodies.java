package dev.rapport.contacts.person;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.ConsentBodies.ConsentBody;
import dev.rapport.contacts.person.ConsentBodies.ConsentView;
import dev.rapport.contacts.person.Wishes.Channel;
import dev.rapport.messaging.Ids;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about people, and how it becomes the model. */
final class PersonBodies {

  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

  private PersonBodies() {}

  /**
   * A person's profile: name to zone replaced as a whole, the rest where it is said; consents
   * added.
   */
  @Schema(name = "PersonUpsert")
  record PersonBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String name,
      @Nullable String email,
      @Nullable String locale,
      @Nullable String zone,
      @Schema(maxLength = 50, description = "Of this and all below: absent leaves it as it is")
          @Nullable String phone,
      @Schema(maxLength = 200) @Nullable String organisation,
      @Schema(maxLength = 200) @Nullable String title,
      @Nullable ProfilesBody profiles,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> interests,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> seeks,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> offers,
      @ArraySchema(
              schema =
                  @Schema(allowableValues = {"email", "platform", "mastodon", "linkedin", "xing"}),
              maxItems = 5)
          @Nullable List<String> channels,
      @ArraySchema(maxItems = 100) @Nullable List<ConsentBody> consents) {

    Registration read(Ids ids, String externalId) {
      return new Registration(
          externalId,
          new Profile(
              Fields.personName("name", name),
              email == null ? null : Fields.address("email", email),
              locale == null ? null : language(locale),
              zone == null ? null : Fields.zone("zone", zone).getId(),
              card(),
              wishes()),
          ConsentBodies.readAll(ids, consents == null ? List.of() : consents));
    }

    private Card card() {
      var in = profiles == null ? ProfilesBody.NONE : profiles;
      return new Card(
          Cards.phone("phone", phone),
          Cards.line("organisation", organisation),
          Cards.line("title", title),
          Cards.mastodon("profiles.mastodon", in.mastodon()),
          Cards.page("profiles.linkedin", in.linkedin(), "linkedin.com"),
          Cards.page("profiles.xing", in.xing(), "xing.com"));
    }

    private Wishes wishes() {
      return new Wishes(
          Topics.read("interests", interests),
          Topics.read("seeks", seeks),
          Topics.read("offers", offers),
          Cards.channels("channels", channels));
    }
  }

  /** Names in social networks. */
  @Schema(name = "Profiles")
  record ProfilesBody(
      @Schema(maxLength = 200, description = "user@server") @Nullable String mastodon,
      @Schema(maxLength = 300, description = "The profile page at linkedin.com")
          @Nullable String linkedin,
      @Schema(maxLength = 300, description = "The profile page at xing.com")
          @Nullable String xing) {

    static final ProfilesBody NONE = new ProfilesBody(null, null, null);
  }

  /** The same as a line of many, with the platform's identifier of the person. */
  @Schema(name = "PersonLine")
  record PersonLine(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String person,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String name,
      @Nullable String email,
      @Nullable String locale,
      @Nullable String zone,
      @Schema(maxLength = 50, description = "Of this and all below: absent leaves it as it is")
          @Nullable String phone,
      @Schema(maxLength = 200) @Nullable String organisation,
      @Schema(maxLength = 200) @Nullable String title,
      @Nullable ProfilesBody profiles,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> interests,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> seeks,
      @ArraySchema(schema = @Schema(minLength = 1, maxLength = 50), maxItems = 20)
          @Nullable List<String> offers,
      @ArraySchema(
              schema =
                  @Schema(allowableValues = {"email", "platform", "mastodon", "linkedin", "xing"}),
              maxItems = 5)
          @Nullable List<String> channels,
      @ArraySchema(maxItems = 100) @Nullable List<ConsentBody> consents) {

    Registration read(Ids ids) {
      return new PersonBody(
              name,
              email,
              locale,
              zone,
              phone,
              organisation,
              title,
              profiles,
              interests,
              seeks,
              offers,
              channels,
              consents)
          .read(ids, Fields.externalId("person", person));
    }
  }

  /** A person as stored. */
  @Schema(name = "Person")
  record PersonView(
      String person,
      UUID id,
      long rev,
      int generation,
      String name,
      @Nullable String email,
      @Nullable String locale,
      @Nullable String zone,
      @Nullable String phone,
      @Nullable String organisation,
      @Nullable String title,
      @Nullable ProfilesBody profiles,
      @Nullable List<String> interests,
      @Nullable List<String> seeks,
      @Nullable List<String> offers,
      @Nullable List<Channel> channels,
      List<ConsentView> consents) {

    static PersonView of(Person person) {
      var profile = person.profile();
      var card = profile.card();
      var wishes = profile.wishes();
      return new PersonView(
          person.externalId(),
          person.id(),
          person.rev(),
          person.generation(),
          profile.name(),
          profile.email(),
          profile.locale(),
          profile.zone(),
          card.phone(),
          card.organisation(),
          card.title(),
          card.hasProfiles()
              ? new ProfilesBody(card.mastodon(), card.linkedin(), card.xing())
              : null,
          wishes.interests(),
          wishes.seeks(),
          wishes.offers(),
          wishes.channels(),
          person.consents().stream().map(ConsentView::of).toList());
    }
  }

  private static String language(String locale) {
    if (!LOCALE.matcher(locale).matches()) {
      throw Problem.field("locale", "is no language tag", "a BCP 47 tag like en or de-CH");
    }
    return Locale.forLanguageTag(locale).toLanguageTag();
  }
}
