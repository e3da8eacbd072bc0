package dev.rapport.events.person;

import dev.rapport.messaging.Contract;
import java.util.UUID;

/** What is heard from contacts-service about people. */
public final class ContactsMessages {

  public static final Contract<PersonChanged> PERSON_CHANGED =
      Contract.of("person-changed", PersonChanged.class).withTombstones();

  private ContactsMessages() {}

  /** See {@code person-changed} in contracts; the fields that identify someone are not read. */
  public record PersonChanged(UUID person, long rev, int generation, String externalId) {}
}
