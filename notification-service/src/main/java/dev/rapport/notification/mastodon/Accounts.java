package dev.rapport.notification.mastodon;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.Watch;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The linked accounts, one for each person; what opens them is sealed. */
@Component
public class Accounts {

  static final String COLLECTION = "mastodonAccounts";

  private final MongoCollection<Document> documents;
  private final Sealing sealing;
  private final MastodonSettings settings;
  private final JsonMapper json;
  private final MachineClock clock;

  Accounts(
      MongoDatabase database,
      Sealing sealing,
      MastodonSettings settings,
      JsonMapper json,
      MachineClock clock,
      Watch watch) {
    this.documents = database.getCollection(COLLECTION);
    this.sealing = sealing;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    watch(watch, "linked", Filters.exists("sealed", true));
    watch(watch, "lost", Filters.exists("sealed", false));
  }

  private void watch(Watch watch, String state, Bson which) {
    watch.number(
        "rapport.mastodon.accounts",
        Tags.of("state", state),
        "Linked accounts, and those whose token their server does not know any more",
        () -> documents.countDocuments(which));
  }

  /** Returns a person's account, or null. */
  public @Nullable Account of(UUID person) {
    var found = documents.find(Filters.eq("_id", person)).first();
    return found == null ? null : account(found);
  }

  /** Links an account; one that was linked before is replaced. */
  void put(UUID person, Server server, String handle, Account.Credentials credentials) {
    var sealed = sealing.seal(json.writeValueAsString(credentials), whose(person, server.name()));
    documents.updateOne(
        Filters.eq("_id", person),
        Updates.combine(
            Updates.set("server", server.name()),
            Updates.set("handle", handle),
            Updates.set("sealed", new Binary(sealed)),
            Updates.set("linkedAt", Date.from(clock.now())),
            Updates.unset("restUntil")),
        new UpdateOptions().upsert(true));
  }

  /** Takes a person's account out and returns it, or null. */
  @Nullable Account remove(UUID person) {
    var found = documents.findOneAndDelete(Filters.eq("_id", person));
    return found == null ? null : account(found);
  }

  void forget(Collection<UUID> people) {
    documents.deleteMany(Filters.in("_id", people));
  }

  /** The server does not know the token any more: it is forgotten, and the person is told. */
  public void lost(Account account) {
    documents.updateOne(
        Filters.and(
            Filters.eq("_id", account.person()),
            Filters.eq("linkedAt", Date.from(account.linkedAt()))),
        Updates.unset("sealed"));
  }

  /** Nothing is sent for this account until then. */
  public void rest(Account account, Instant until) {
    documents.updateOne(
        Filters.eq("_id", account.person()), Updates.max("restUntil", Date.from(until)));
  }

  /** Seals anew what older keys sealed, so that they can be taken out. */
  @EventListener(ApplicationReadyEvent.class)
  void reseal() {
    for (var document : documents.find(Filters.exists("sealed", true))) {
      var sealed = Objects.requireNonNull(document.get("sealed", Binary.class));
      var person = Objects.requireNonNull(document.get("_id", UUID.class));
      var whose = whose(person, document.get("server", ""));
      var text = sealing.isCurrent(sealed.getData()) ? null : sealing.open(sealed.getData(), whose);
      if (text != null) {
        documents.updateOne(
            Filters.and(Filters.eq("_id", person), Filters.eq("sealed", sealed)),
            Updates.set("sealed", new Binary(sealing.seal(text, whose))));
      }
    }
  }

  private @Nullable Account account(Document document) {
    var person = Objects.requireNonNull(document.get("_id", UUID.class));
    var server = Server.of(document.get("server", ""), settings.allowLoopback());
    if (server == null) {
      return null;
    }
    var rest = document.getDate("restUntil");
    return new Account(
        person,
        server,
        document.get("handle", ""),
        credentials(document.get("sealed", Binary.class), whose(person, server.name())),
        document.get("linkedAt", new Date(0)).toInstant(),
        rest == null ? null : rest.toInstant());
  }

  private Account.@Nullable Credentials credentials(@Nullable Binary sealed, String whose) {
    var text = sealed == null ? null : sealing.open(sealed.getData(), whose);
    return text == null ? null : json.readValue(text, Account.Credentials.class);
  }

  private static String whose(UUID person, String server) {
    return person + " " + server;
  }
}
