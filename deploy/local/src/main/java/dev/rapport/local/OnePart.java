package dev.rapport.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.rapport.local.kafka.Topics;
import dev.rapport.local.mongo.ReplicaSet;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.SetupFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * One part of the local stack in a container of its own: the issuer, the mail sink, or the first
 * step, which makes a fresh MongoDB a replica set and a fresh Kafka's topics. Also asks inside such
 * a container whether it answers.
 */
public final class OnePart {
  static final InetAddress EVERYWHERE = InetAddress.ofLiteral("0.0.0.0");
  private static final int ISSUER_PORT = 8090;
  private static final int SMTP_PORT = 1025;
  private static final int MAILS_PORT = 8025;
  private static final int SHORTEST_SECRET = 16;
  private static final Pattern ADDRESS = Pattern.compile(Named.ADDRESS);
  private static final String USAGE =
      "Expected \"issuer URI\" (with RAPPORT_ISSUER_SECRET set), \"sink\","
          + " \"prepare kafka:9092 mongodb:27017\", or \"answers PORT\".";

  private OnePart() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      run(List.of(arguments));
    } catch (LocalFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(List<String> words) throws IOException, InterruptedException {
    switch (words.isEmpty() ? "" : words.getFirst()) {
      case "issuer" -> {
        Issuer issuer = issuer(words, System.getenv().getOrDefault("RAPPORT_ISSUER_SECRET", ""));
        serve("Tokens are issued on port " + ISSUER_PORT + " for " + issuer.uri() + ".");
      }
      case "sink" -> {
        Path folder = Files.createTempDirectory("rapport-mails-");
        MailSink.inContainer(folder, SMTP_PORT, MAILS_PORT);
        serve("Mails are taken on port " + SMTP_PORT + ", and shown on " + MAILS_PORT + ".");
      }
      case "prepare" -> prepare(words);
      case "answers" -> answers(words);
      default -> throw new SetupFailure(USAGE);
    }
  }

  private static Issuer issuer(List<String> words, String secret) {
    if (words.size() != 2) {
      throw new SetupFailure(USAGE);
    }
    if (secret.length() < SHORTEST_SECRET) {
      throw new SetupFailure(
          "RAPPORT_ISSUER_SECRET must have %d characters or more; whoever knows it may do anything."
              .formatted(SHORTEST_SECRET));
    }
    return Issuer.inContainer(ISSUER_PORT, URI.create(words.get(1)), secret);
  }

  /** Changes nothing where all is there already. */
  private static void prepare(List<String> words) {
    if (words.size() != 3
        || !words.stream().skip(1).allMatch(word -> ADDRESS.matcher(word).matches())) {
      throw new SetupFailure(USAGE);
    }
    String mongo = words.get(2);
    var uri = "mongodb://" + mongo + "/?directConnection=true&serverSelectionTimeoutMS=60000";
    try (MongoClient client = MongoClients.create(uri)) {
      ReplicaSet.ofOne(client, mongo);
      ReplicaSet.awaitPrimary(client, () -> {});
    }
    new Topics(words.get(1)).make(ContractTopics.read());
    System.out.println("MongoDB takes writes, and Kafka has all topics.");
  }

  /** For an orchestrator that asks inside the container; it has no shell. */
  private static void answers(List<String> words) {
    if (words.size() != 2 || !words.get(1).matches("\\d{1,5}")) {
      throw new SetupFailure(USAGE);
    }
    if (!Ports.answers(Integer.parseInt(words.get(1)))) {
      throw new LocalFailure("Nothing answers on port " + words.get(1) + " yet.");
    }
  }

  private static void serve(String sentence) throws InterruptedException {
    System.out.println(sentence);
    new CountDownLatch(1).await(); // until the container is stopped
  }
}
