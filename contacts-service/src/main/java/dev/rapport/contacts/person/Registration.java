package dev.rapport.contacts.person;

import dev.rapport.access.Problem;
import java.util.List;

/** What a platform says of a person: the whole profile, and what was consented to since. */
record Registration(String externalId, Profile profile, List<Consent> consents) {

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
