package dev.rapport.contacts.interaction;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.interaction.Interacting.Said;
import dev.rapport.contacts.interaction.Interaction.Kind;
import dev.rapport.contacts.interaction.Interaction.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about interactions. */
final class InteractionBodies {

  private InteractionBodies() {}

  /** Somebody was in touch. */
  @Schema(name = "InteractionLine")
  record InteractionBody(
      @Schema(
              minLength = 1,
              maxLength = 200,
              description = "The client's idempotency key; absent: all of what is said")
          @Nullable String key,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "When, with an offset; not in the future")
          @Nullable String at,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {
                "met",
                "message",
                "call",
                "meal",
                "thanks",
                "offer",
                "introduction",
                "other"
              })
          @Nullable String kind,
      @Schema(
              allowableValues = {"greet", "give", "ask"},
              description = "absent: greet")
          @Nullable String purpose) {

    Said read() {
      return new Said(
          readKey(key),
          moment(at),
          word("kind", Kind.values(), Fields.required("kind", kind)),
          purpose == null ? Purpose.greet : word("purpose", Purpose.values(), purpose));
    }
  }

  /** Two met outside any event. */
  @Schema(name = "MeetingOutside")
  record MetBody(
      @Schema(minLength = 1, maxLength = 200, description = "The client's idempotency key")
          @Nullable String key,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              minLength = 1,
              maxLength = 200,
              description = "The other's external id")
          @Nullable String contact,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              format = "date-time",
              description = "When they met, with an offset; not in the future")
          @Nullable String at) {

    String readContact() {
      return Fields.externalId("contact", contact);
    }

    Said read() {
      return new Said(readKey(key), moment(at), Kind.met, Purpose.greet);
    }
  }

  /** One interaction, as one of the two sees it. */
  @Schema(name = "Interaction")
  record InteractionView(UUID interaction, UUID contact, Instant at, Kind kind, Purpose purpose) {

    static InteractionView of(Interaction one, UUID owner) {
      var contact = one.owner().equals(owner) ? one.contact() : one.owner();
      return new InteractionView(one.id(), contact, one.at(), one.kind(), one.purpose());
    }
  }

  private static @Nullable String readKey(@Nullable String key) {
    return key == null ? null : Fields.externalId("key", key);
  }

  private static Instant moment(@Nullable String at) {
    return Fields.instant("at", at).truncatedTo(ChronoUnit.MILLIS);
  }

  private static <E extends Enum<E>> E word(String field, E[] known, String word) {
    return Arrays.stream(known)
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(
            () -> Problem.field(field, "is no word for it", "one of " + Arrays.toString(known)));
  }
}
