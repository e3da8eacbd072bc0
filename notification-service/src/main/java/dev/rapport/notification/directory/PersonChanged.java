package dev.rapport.notification.directory;

import dev.rapport.messaging.Contract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The message {@code person-changed} of contacts-service, as far as mails need it. */
record PersonChanged(
    UUID person,
    long rev,
    int generation,
    String externalId,
    String name,
    @Nullable String email,
    @Nullable String locale,
    @Nullable String zone,
    @Nullable String phone,
    @Nullable String organisation,
    @Nullable String title,
    List<Consent> consents,
    @Nullable Profiles profiles,
    @Nullable List<String> channels) {

  static final Contract<PersonChanged> CONTRACT =
      Contract.of("person-changed", PersonChanged.class).withTombstones();

  record Profiles(@Nullable String mastodon, @Nullable String linkedin, @Nullable String xing) {}

  record Consent(String purpose, @Nullable UUID event, boolean given, Instant at) {}
}
