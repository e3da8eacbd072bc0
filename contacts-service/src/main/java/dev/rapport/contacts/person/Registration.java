package dev.rapport.contacts.person;

import dev.rapport.access.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform says of a person, or an owner of an old friend: the whole profile, and what was
 * consented to since.
 */
record Registration(
    String externalId, Profile profile, List<Consent> consents, Person.@Nullable KnownTo knownTo) {

  Registration(String externalId, Profile profile, List<Consent> consents) {
    this(externalId, profile, consents, null);
  }

  /** What became of it. */
  sealed interface Outcome {

    /** How the person is now, and whether this registration made them known. */
    record Done(Person person, boolean created) implements Outcome {}

    /** Nothing was changed by it. */
    record Refused(Problem problem) implements Outcome {}

    default Done orThrow() {
      return switch (this) {
        case Done done -> done;
        case Refused refused -> throw refused.problem();
      };
    }
  }
}
