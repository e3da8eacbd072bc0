package dev.rapport.local.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.rapport.local.process.Waiting;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** Makes a fresh mongod a replica set of one. */
public final class ReplicaSet {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ALREADY_INITIALIZED = 23;

  private ReplicaSet() {}

  /** Does nothing when it is one already. */
  public static void ofOne(MongoClient client, String host) {
    var member = new Document("_id", 0).append("host", host);
    var config = new Document("_id", "rs0").append("members", List.of(member));
    try {
      client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_INITIALIZED) {
        throw e;
      }
    }
  }

  /**
   * Returns when it takes writes.
   *
   * @param check fails when there is nothing to wait for any more
   */
  public static void awaitPrimary(MongoClient client, Runnable check) {
    Waiting.until(
        "mongod to become the primary",
        PATIENCE,
        () -> {
          check.run();
          return isPrimary(client);
        });
  }

  private static boolean isPrimary(MongoClient client) {
    try {
      return client
          .getDatabase("admin")
          .runCommand(new Document("hello", 1))
          .getBoolean("isWritablePrimary", false);
    } catch (MongoException notYet) {
      return false;
    }
  }
}
