package dev.rapport.followup.settle;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import dev.rapport.followup.store.FollowUps;
import dev.rapport.local.LocalParts;
import dev.rapport.messaging.MachineClock;
import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;

/**
 * Measures what a count of an event costs, on a real database: {@code java … CountAtScale
 * [follow-ups]}, a million where nothing is said.
 */
public final class CountAtScale {

  private static final int OWNERS = 70_000;
  private static final int BATCH = 1_000;
  private static final UUID EVENT = new UUID(0, 1);
  private static final Instant ENDS = Instant.parse("2026-06-05T17:00:00Z");

  private CountAtScale() {}

  /** Writes follow-ups, then counts them five times. */
  public static void main(String[] arguments) {
    var wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(LocalParts.start().mongo("scale")))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build();
    try (var client = MongoClients.create(settings)) {
      var database = client.getDatabase("scale");
      var work =
          new WorkSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(30));
      write(database, wanted); // before there are indexes, which is faster
      var followUps = new FollowUps(database, MachineClock.system(), work);
      for (var round = 0; round < 5; round++) {
        var cpu = cpuSeconds(database);
        var began = System.nanoTime();
        var whole = new Count(followUps, new Deferrals(database, followUps)).numbers(EVENT);
        var counted = System.nanoTime();
        Tally.of(followUps, EVENT, 0);
        var tallied = System.nanoTime();
        System.out.printf(
            "%d follow-ups: a count in %.2f s, of which the tally %.2f s; %.2f s of mongod for"
                + " both; every %.0f s at 5 %%%n",
            whole.get("total", Number.class).longValue(),
            (counted - began) / 1e9,
            (tallied - counted) / 1e9,
            cpuSeconds(database) - cpu,
            (counted - began) * 21 / 1e9);
      }
    }
    System.exit(0);
  }

  private static void write(MongoDatabase database, int wanted) {
    var random = new Random(1);
    var unordered = new InsertManyOptions().ordered(false);
    for (var written = 0; written < wanted; written += BATCH) {
      var batch = new ArrayList<Document>(BATCH);
      for (var i = 0; i < BATCH; i++) {
        batch.add(followUp(random));
      }
      database.getCollection("followUps").insertMany(batch, unordered);
    }
  }

  private static Document followUp(Random random) {
    var document =
        new Document("_id", new UUID(random.nextLong(), random.nextLong()))
            .append("event", EVENT)
            .append("owner", person(random))
            .append("contact", person(random))
            .append("rev", 3L)
            .append("policyRev", 1L)
            .append("meetingRev", 2L)
            .append("counts", random.nextInt(50) != 0)
            .append("firstMet", Date.from(ENDS))
            .append("lastMet", Date.from(ENDS))
            .append("reportedAt", Date.from(ENDS))
            .append("how", "faceToFace")
            .append("reportedBy", "both")
            .append("deadline", Date.from(ENDS.plus(Duration.ofDays(7))));
    switch (random.nextInt(4)) {
      case 0 ->
          document
              .append("state", "scheduled")
              .append("slot", "2026-06-0" + (6 + random.nextInt(3)))
              .append("byHand", false)
              .append("dueAt", Date.from(ENDS));
      case 1 ->
          document
              .append("state", "withOwner")
              .append("dueAt", Date.from(ENDS))
              .append("since", Date.from(ENDS));
      default ->
          document
              .append("state", "settled")
              .append("outcome", List.of("sent", "done", "connected").get(random.nextInt(3)))
              .append("settledAt", Date.from(ENDS.plusSeconds(random.nextInt(600_000))))
              .append("onTime", true)
              .append("answer", List.of("accepted", "declined").get(random.nextInt(2)));
    }
    return document;
  }

  /** Spread as real ids are: mongod's hash of ids that differ in their last bytes collides. */
  private static UUID person(Random random) {
    var id = new Random(random.nextInt(OWNERS));
    return new UUID(id.nextLong(), id.nextLong());
  }

  private static double cpuSeconds(MongoDatabase database) {
    var used =
        database.runCommand(new Document("serverStatus", 1)).get("extra_info", Document.class);
    return (used.getLong("user_time_us") + used.getLong("system_time_us")) / 1e6;
  }
}
