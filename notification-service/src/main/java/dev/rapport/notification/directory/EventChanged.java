package dev.rapport.notification.directory;

import dev.rapport.messaging.Contract;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The message {@code event-changed} of events-service, as far as mails need it. */
record EventChanged(
    UUID event,
    long rev,
    String name,
    String zone,
    Sender sender,
    @Nullable String organiser,
    @Nullable String externalId,
    @Nullable Boolean held) {

  static final Contract<EventChanged> CONTRACT = Contract.of("event-changed", EventChanged.class);

  record Sender(String name, String address) {}
}
