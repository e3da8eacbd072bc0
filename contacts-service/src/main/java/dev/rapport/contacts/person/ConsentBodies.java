package dev.rapport.contacts.person;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.messaging.Ids;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about consents. */
final class ConsentBodies {

  private ConsentBodies() {}

  /** Something said yes or no to. */
  @Schema(name = "Consent")
  record ConsentBody(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {
                "writeInMyName",
                "receiveInvitations",
                "beNamed",
                "beIntroduced",
                "introduceOthers",
                "beSensed",
                "shareEmail",
                "sharePhone",
                "shareProfiles",
                "nurture"
              })
          @Nullable String purpose,
      @Schema(
              description =
                  "With event: the event that it is for, of writeInMyName and receiveInvitations; both absent for all")
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
      var word = Fields.required(field, purpose);
      for (var known : Consent.Purpose.values()) {
        if (known.name().equals(word)) {
          return known;
        }
      }
      throw Problem.field(
          field,
          "is no known purpose",
          "one of " + List.of(Consent.Purpose.values()).toString().replaceAll("[\\[\\]]", ""));
    }

    private Consent.@Nullable About about(Ids ids, String field) {
      if (organiser == null && event == null) {
        return null;
      }
      if (!readPurpose(field + ".purpose").perEvent()) {
        throw Problem.field(
            field + ".event", "is there, and this purpose holds for all events", "none");
      }
      var organiserId = Fields.externalId(field + ".organiser", organiser);
      var eventId = Fields.externalId(field + ".event", event);
      return new Consent.About(organiserId, eventId, ids.of("event", organiserId, eventId));
    }
  }

  /** What a person said since. */
  @Schema(name = "Consents")
  record ConsentsBody(
      @ArraySchema(maxItems = 100) @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<ConsentBody> consents) {

    List<Consent> read(Ids ids) {
      return ConsentBodies.readAll(ids, Fields.required("consents", consents));
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

  static List<Consent> readAll(Ids ids, List<ConsentBody> bodies) {
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
}
