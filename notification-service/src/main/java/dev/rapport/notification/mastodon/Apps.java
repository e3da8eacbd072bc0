package dev.rapport.notification.mastodon;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.rapport.notification.outward.Answer;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This installation's registrations, one for each server: Mastodon lets an address register five
 * times in ten minutes. It is made anew after an unlinking, because some servers (snac) drop it
 * together with the token.
 */
@Component
class Apps {

  private final MongoCollection<Document> documents;
  private final Sealing sealing;
  private final Api api;

  Apps(MongoDatabase database, Sealing sealing, Api api) {
    this.documents = database.getCollection("mastodonApps");
    this.sealing = sealing;
    this.api = api;
  }

  /** How a server knows us. */
  record App(String clientId, String clientSecret) {

    /** Keeps it out of logs. */
    @Override
    public String toString() {
      return "App";
    }
  }

  /** Returns the registration, a new one if need be; null when the server gives none. */
  @Nullable App at(Server server, String redirect, String scopes) {
    var known = known(server, redirect);
    if (known != null) {
      return known;
    }
    if (!(api.register(server, redirect, scopes) instanceof Answer.Said said) || !said.isDone()) {
      return null;
    }
    var read = api.read(said);
    var app = new App(read.path("client_id").asString(""), read.path("client_secret").asString(""));
    if (app.clientId().isBlank() || app.clientSecret().isBlank()) {
      return null;
    }
    documents.updateOne(
        Filters.eq("_id", server.name()),
        Updates.combine(
            Updates.set("redirect", redirect),
            Updates.set("clientId", app.clientId()),
            Updates.set("secret", new Binary(sealing.seal(app.clientSecret(), server.name())))),
        new UpdateOptions().upsert(true));
    return app;
  }

  /** Returns the registration that there is, or null. */
  @Nullable App known(Server server, String redirect) {
    var found =
        documents
            .find(Filters.and(Filters.eq("_id", server.name()), Filters.eq("redirect", redirect)))
            .first();
    var sealed = found == null ? null : found.get("secret", Binary.class);
    var secret = sealed == null ? null : sealing.open(sealed.getData(), server.name());
    return secret == null
        ? null
        : new App(Objects.requireNonNull(found).get("clientId", ""), secret);
  }

  /** The next to link an account there registers anew. */
  void forget(Server server) {
    documents.deleteOne(Filters.eq("_id", server.name()));
  }
}
