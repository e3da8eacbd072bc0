package dev.rapport.contacts.person;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.messaging.Ids;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about people, and how it becomes the model. */
final class PersonBodies {

  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

  private PersonBodies() {}

  /** Something said yes or no to. */
  @Schema(name = "Consent")
  record ConsentBody(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"writeInMyName", "receiveInvitations"})
          @Nullable String purpose,
      @Schema(description = "With event: the event that it is for; both absent for all")
          @Nullable String organiser,
      @Nullable String event,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean given,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "When it was said, with an offset; ahead of now it counts from now")
          @Nullable String at,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String source,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000)
          @Nullable String wording) {

    Consent read(Ids ids, String field) {
      var said = Fields.instant(field + ".at", at).truncatedTo(ChronoUnit.MILLIS);
      return new Consent(
          readPurpose(field + ".purpose"),
          about(ids, field),
          Fields.required(field + ".given", given),
          said,
          said,
          Fields.line(field + ".source", source, 200),
          Fields.text(field + ".wording", Fields.required(field + ".wording", wording), 2_000));
    }

    private Consent.Purpose readPurpose(String field) {
      return switch (Fields.required(field, purpose)) {
        case "writeInMyName" -> Consent.Purpose.writeInMyName;
        case "receiveInvitations" -> Consent.Purpose.receiveInvitations;
        default ->
            throw Problem.field(
                field, "is no known purpose", "writeInMyName or receiveInvitations");
      };
    }

    private Consent.@Nullable About about(Ids ids, String field) {
      if (organiser == null && event == null) {
        return null;
      }
      var organiserId = Fields.externalId(field + ".organiser", organiser);
      var eventId = Fields.externalId(field + ".event", event);
      return new Consent.About(organiserId, eventId, ids.of("event", organiserId, eventId));
    }
  }

  /** A person's profile, replaced as a whole, and consents, added. */
  @Schema(name = "PersonUpsert")
  record PersonBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
          @Nullable String name,
      @Nullable String email,
      @Nullable String locale,
      @Nullable String zone,
      @ArraySchema(maxItems = 100) @Nullable List<ConsentBody> consents) {

    Registration read(Ids ids, String externalId) {
      return new Registration(
          externalId,
          new Profile(
              Fields.name("name", name),
              email == null ? null : Fields.address("email", email),
              locale == null ? null : language(locale),
              zone == null ? null : Fields.zone("zone", zone).getId()),
          readAll(ids, consents == null ? List.of() : consents));
    }
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
      @ArraySchema(maxItems = 100) @Nullable List<ConsentBody> consents) {

    Registration read(Ids ids) {
      return new PersonBody(name, email, locale, zone, consents)
          .read(ids, Fields.externalId("person", person));
    }
  }

  /** What a person said since. */
  @Schema(name = "Consents")
  record ConsentsBody(
      @ArraySchema(maxItems = 100) @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<ConsentBody> consents) {

    List<Consent> read(Ids ids) {
      return PersonBodies.readAll(ids, Fields.required("consents", consents));
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
      List<ConsentView> consents) {

    static PersonView of(Person person) {
      var profile = person.profile();
      return new PersonView(
          person.externalId(),
          person.id(),
          person.rev(),
          person.generation(),
          profile.name(),
          profile.email(),
          profile.locale(),
          profile.zone(),
          person.consents().stream().map(ConsentView::of).toList());
    }
  }

  /** A consent as recorded. */
  @Schema(name = "RecordedConsent")
  record ConsentView(
      Consent.Purpose purpose,
      @Nullable String organiser,
      @Nullable String event,
      boolean given,
      Instant at,
      String source,
      String wording) {

    static ConsentView of(Consent consent) {
      var about = consent.about();
      return new ConsentView(
          consent.purpose(),
          about == null ? null : about.organiser(),
          about == null ? null : about.event(),
          consent.given(),
          consent.at(),
          consent.source(),
          consent.wording());
    }
  }

  private static List<Consent> readAll(Ids ids, List<ConsentBody> bodies) {
    if (bodies.size() > 100) {
      throw Problem.field("consents", "has %d entries".formatted(bodies.size()), "at most 100");
    }
    var consents = new java.util.ArrayList<Consent>(bodies.size());
    for (var body : bodies) {
      var field = "consents[%d]".formatted(consents.size());
      consents.add(Fields.required(field, body).read(ids, field));
    }
    return consents;
  }

  private static String language(String locale) {
    if (!LOCALE.matcher(locale).matches()) {
      throw Problem.field("locale", "is no language tag", "a BCP 47 tag like en or de-CH");
    }
    return Locale.forLanguageTag(locale).toLanguageTag();
  }
}
