package dev.rapport.contacts.person;

import java.util.List;

/** What a platform says of a person: the whole profile, and what was consented to since. */
record Registration(String externalId, Profile profile, List<Consent> consents) {

  /** What became of it: how the person is now, and whether this registration made them known. */
  record Done(Person person, boolean created) {}
}
