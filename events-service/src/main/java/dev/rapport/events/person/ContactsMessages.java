package dev.rapport.events.person;

import dev.rapport.messaging.Contract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is heard from contacts-service about people. */
public final class ContactsMessages {

  public static final Contract<PersonChanged> PERSON_CHANGED =
      Contract.of("person-changed", PersonChanged.class).withTombstones();

  private ContactsMessages() {}

  /** See {@code person-changed} in contracts; addresses are not read. */
  public record PersonChanged(
      UUID person,
      long rev,
      int generation,
      String externalId,
      String name,
      String locale,
      @Nullable List<String> interests,
      @Nullable List<String> seeks,
      @Nullable List<String> offers,
      List<ConsentSaid> consents,
      @Nullable UUID knownTo) {

    /** Whether somebody is registered, and no old friend whom an owner alone knows. */
    public boolean isRegistered() {
      return knownTo == null;
    }
  }

  /** The latest word about a purpose; without an event, for all of them. */
  public record ConsentSaid(String purpose, @Nullable UUID event, boolean given, Instant at) {}
}
