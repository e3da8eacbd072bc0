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
 * This installation's registrations. Where a server says that it checks PKCE, one serves everybody:
 * Mastodon lets an address register five times in ten minutes. Elsewhere each person gets one of
 * their own, because a server may mix up two people who come by the same (snac does).
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

  /** Returns the registration for a person; null when the server gives none. */
  @Nullable App at(Server server, String redirect, String scopes) {
    var known = known(server, redirect);
    if (known != null && checksPkce(server)) {
      return known;
    }
    var app = register(server, redirect, scopes);
    if (app == null) {
      return known;
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

  private boolean checksPkce(Server server) {
    return api.metadata(server) instanceof Answer.Said said
        && said.isDone()
        && api.read(said)
            .path("code_challenge_methods_supported")
            .valueStream()
            .anyMatch(method -> method.asString("").equals("S256"));
  }

  private @Nullable App register(Server server, String redirect, String scopes) {
    if (!(api.register(server, redirect, scopes) instanceof Answer.Said said) || !said.isDone()) {
      return null;
    }
    var read = api.read(said);
    var app = new App(read.path("client_id").asString(""), read.path("client_secret").asString(""));
    return app.clientId().isBlank() || app.clientSecret().isBlank() ? null : app;
  }

  private @Nullable App known(Server server, String redirect) {
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

  /** The server may not know it any more: the next to link an account there registers anew. */
  void forget(Server server) {
    documents.deleteOne(Filters.eq("_id", server.name()));
  }
}
