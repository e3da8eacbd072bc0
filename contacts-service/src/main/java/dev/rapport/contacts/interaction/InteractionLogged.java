package dev.rapport.contacts.interaction;

import dev.rapport.messaging.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** The message {@code interaction-logged}, keyed by the owner. */
record InteractionLogged(
    UUID interaction,
    UUID owner,
    UUID contact,
    long rev,
    Instant at,
    Interaction.Kind kind,
    Interaction.Purpose purpose) {

  static final String TOPIC = "interaction-logged";

  /** One for the owner; one for the contact as well where it is both's. */
  static List<Outgoing> of(Document document) {
    var one = Interactions.read(document);
    var said = new ArrayList<Outgoing>();
    said.add(outgoing(one, one.owner(), one.contact()));
    if (one.mutual()) {
      said.add(outgoing(one, one.contact(), one.owner()));
    }
    return said;
  }

  private static Outgoing outgoing(Interaction one, UUID owner, UUID contact) {
    var logged =
        new InteractionLogged(one.id(), owner, contact, 1, one.at(), one.kind(), one.purpose());
    return Outgoing.fact(TOPIC, owner, "%s/%s/1".formatted(one.id(), owner), logged);
  }
}
