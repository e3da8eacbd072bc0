package dev.rapport.local.docker;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.rapport.local.mongo.ReplicaSet;
import dev.rapport.local.process.Ports;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The mongod of the {@code mongo} image, a replica set of one. */
public final class ContainerMongo extends Container {
  private static final int INSIDE = 27017;

  public ContainerMongo(Path log, Consumer<String> whenDead) {
    super("mongod", Images.mongo(), Ports.any(), log, whenDead);
    publish(INSIDE);
    command("--replSet", "rs0", "--bind_ip_all");
  }

  @Override
  public void start() {
    super.start();
    try (MongoClient client = MongoClients.create(uri("admin"))) {
      ReplicaSet.ofOne(client, "127.0.0.1:" + INSIDE);
      ReplicaSet.awaitPrimary(client, this::check);
    }
  }

  /** The connection string for one database; direct, as the set knows itself by its inner port. */
  public String uri(String database) {
    return "mongodb://127.0.0.1:%d/%s?directConnection=true&serverSelectionTimeoutMS=60000"
        .formatted(port, database);
  }
}
