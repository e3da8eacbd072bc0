package dev.rapport.local.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.Child;
import dev.rapport.local.process.Part;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A mongod on this machine: a replica set of one, so that majority writes and change streams work.
 */
public final class LocalMongo implements Part {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final int port;
  private final Child child;

  public LocalMongo(Checkout checkout, Path folder, Path log, Consumer<String> say) {
    this.port = Ports.near(27017, "mongod", say);
    Path data = folder.resolve("data");
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.child = new Child("mongod", command(Mongod.find(checkout), data), Map.of(), log, say);
  }

  @Override
  public void start() {
    child.start();
    Waiting.until(
        "mongod to answer on port " + port,
        PATIENCE,
        () -> {
          child.check();
          return Ports.answers(port);
        });
    try (MongoClient client = MongoClients.create(direct())) {
      ReplicaSet.ofOne(client, "127.0.0.1:" + port);
      ReplicaSet.awaitPrimary(client, child::check);
    }
  }

  /** The connection string for one database. */
  public String uri(String database) {
    return "mongodb://127.0.0.1:%d/%s?replicaSet=rs0".formatted(port, database);
  }

  @Override
  public String name() {
    return child.name();
  }

  @Override
  public void kill() {
    child.kill();
  }

  @Override
  public void check() {
    child.check();
  }

  @Override
  public long memory() {
    return child.memory();
  }

  private String direct() {
    return "mongodb://127.0.0.1:%d/?directConnection=true&serverSelectionTimeoutMS=60000"
        .formatted(port);
  }

  private List<String> command(Path mongod, Path data) {
    return List.of(
        mongod.toString(),
        "--replSet",
        "rs0",
        "--bind_ip",
        "127.0.0.1",
        "--port",
        String.valueOf(port),
        "--dbpath",
        data.toString(),
        "--nounixsocket",
        "--oplogSize",
        "256",
        "--wiredTigerCacheSizeGB",
        "0.5",
        "--setParameter",
        "diagnosticDataCollectionEnabled=false");
  }
}
