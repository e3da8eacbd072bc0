package dev.rapport.contacts.interaction;

import dev.rapport.access.Problem;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.interaction.Interaction.Kind;
import dev.rapport.contacts.interaction.Interaction.Purpose;
import dev.rapport.contacts.meeting.Blocks;
import dev.rapport.contacts.meeting.Pair;
import dev.rapport.contacts.person.Refusals;
import dev.rapport.contacts.person.Seat;
import dev.rapport.contacts.person.Seats;
import dev.rapport.messaging.EventClock;
import dev.rapport.messaging.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes what people log; the same again changes nothing. */
@Service
class Interacting {

  /** Clocks run ahead a little. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Ids ids;
  private final Interactions interactions;
  private final Contacts contacts;
  private final Seats seats;
  private final Blocks blocks;
  private final Saying saying;
  private final EventClock clock;

  Interacting(
      Ids ids,
      Interactions interactions,
      Contacts contacts,
      Seats seats,
      Blocks blocks,
      Saying saying,
      EventClock clock) {
    this.ids = ids;
    this.interactions = interactions;
    this.contacts = contacts;
    this.seats = seats;
    this.blocks = blocks;
    this.saying = saying;
    this.clock = clock;
  }

  /**
   * What somebody says.
   *
   * @param key the client's idempotency key, or null: all of it is
   */
  record Said(@Nullable String key, Instant at, Kind kind, Purpose purpose) {}

  /** What stands, and whether this request made it. */
  record Taken(Interaction interaction, boolean isNew) {}

  /** Takes an interaction with somebody who is a contact. */
  Taken log(UUID owner, UUID contact, Said said) {
    if (!contacts.has(owner, contact)) {
      throw Problem.notFound("such contact of this person");
    }
    return write(owner, contact, said, false);
  }

  /** Takes one tap, now; the same key again changes nothing, whatever the time. */
  void tap(UUID owner, UUID contact, String key, Kind kind, Purpose purpose) {
    if (interactions.byId(id(owner, contact, key)) == null) {
      log(owner, contact, new Said(key, clock.now().truncatedTo(ChronoUnit.MILLIS), kind, purpose));
    }
  }

  /**
   * Takes a meeting outside any event: each becomes the other's contact.
   *
   * @param isSure whether it is the platform that says so; a person alone says it of contacts only,
   *     or they would be on anybody's list, and know who is registered
   */
  Taken met(Seat owner, Seat other, Said said, boolean isSure) {
    if (!isSure && !contacts.has(owner.id(), other.id())) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "not-a-contact",
          "They are no contact of this person; expected one, or the platform's token. Whom one knows alone is an old friend: POST /people/{person}/friends.");
    }
    if (owner.erasedAt(said.at()) || other.erasedAt(said.at())) {
      throw Refusals.erased();
    }
    if (owner.id().equals(other.id())) {
      throw Problem.field("contact", "is the person themselves", "somebody else");
    }
    refuseFuture(said.at());
    // A block is silent: whoever set it sees nothing of this, the other sees no difference.
    var pair = Pair.of(owner.id(), other.id());
    var mutual = blocks.among(List.of(pair)).isEmpty();
    contacts.met(owner.id(), other.id(), said.at());
    if (mutual) {
      contacts.met(other.id(), owner.id(), said.at());
    }
    return write(owner.id(), other.id(), said, mutual);
  }

  private Taken write(UUID owner, UUID contact, Said said, boolean mutual) {
    refuseFuture(said.at());
    var body = ids.of("interaction-body", said.at(), said.kind(), said.purpose());
    var id =
        said.key() == null
            ? ids.of("interaction", owner, contact, "", body)
            : id(owner, contact, said.key());
    var token = UUID.randomUUID();
    var standing =
        interactions.write(
            new Interaction(
                id, owner, contact, said.at(), said.kind(), said.purpose(), mutual, body, token));
    refuseTheErased(owner, contact);
    if (!standing.body().equals(body)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "key-reused",
          "This key was used for another interaction; expected the same body again, or a fresh key.");
    }
    saying.soon(id);
    return new Taken(standing, standing.token().equals(token));
  }

  private UUID id(UUID owner, UUID contact, String key) {
    return ids.of("interaction", owner, contact, key);
  }

  private void refuseFuture(Instant at) {
    var now = clock.now();
    if (at.isAfter(now.plus(AHEAD))) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "in-the-future",
          "The interaction is %s, and it is %s now; expected a moment that has passed."
              .formatted(at, now));
    }
  }

  /** Whoever was erased while this was written would leave it behind. */
  private void refuseTheErased(UUID owner, UUID contact) {
    var erased = seats.erasedAmong(List.of(owner, contact));
    for (var person : erased) {
      contacts.erase(person);
      interactions.erase(person);
    }
    if (!erased.isEmpty()) {
      throw Refusals.erased();
    }
  }
}
