package dev.rapport.events.edge;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.rapport.events.event.Roster.Guest;
import dev.rapport.events.person.People;
import dev.rapport.events.tie.Tie;
import dev.rapport.events.tie.Tie.How;
import dev.rapport.events.tie.TieFeed;
import dev.rapport.events.tie.Ties;
import dev.rapport.local.LocalParts;
import dev.rapport.messaging.Ids;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Measures what ties and the edge cost, on a real database: {@code java … CrowdAtScale [attendees]
 * [ties]}, 70,000 and 1,000,000 where nothing is said.
 */
public final class CrowdAtScale {

  private static final int BATCH = 1_000;
  private static final UUID EVENT = new UUID(0, 1);
  private static final Instant START = Instant.parse("2026-06-04T07:00:00Z");
  private static final Duration LENGTH = Duration.ofHours(57);

  private CrowdAtScale() {}

  /** Writes the ties, then counts five times. */
  public static void main(String[] arguments) {
    var attendees = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 70_000;
    var wanted = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(LocalParts.start().mongo("scale")))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    try (var client = MongoClients.create(settings);
        var context = new AnnotationConfigApplicationContext()) {
      var database = client.getDatabase("scale");
      context.registerBean(MongoDatabase.class, () -> database);
      context.registerBean(Ids.class, () -> new Ids("a benchmark's installation key, long enough"));
      context.register(People.class, Ties.class);
      context.refresh();
      var ties = context.getBean(Ties.class);
      write(ties, database, attendees, wanted);
      for (var round = 0; round < 5; round++) {
        count(ties, database, attendees);
      }
    }
    System.exit(0);
  }

  private static void write(Ties ties, MongoDatabase database, int attendees, int wanted) {
    var random = new Random(1);
    var before = cpuSeconds(database);
    var began = System.nanoTime();
    for (var written = 0; written < wanted; written += BATCH) {
      var batch = new ArrayList<Tie>(BATCH);
      while (batch.size() < BATCH) {
        // Squared, so that some meet many and many meet few.
        var one = (int) (attendees * random.nextDouble() * random.nextDouble());
        var other = random.nextInt(attendees);
        if (one != other) {
          batch.add(tie(Math.min(one, other), Math.max(one, other), random));
        }
      }
      TieFeed.hear(ties, batch, 1);
    }
    System.out.printf(
        "%d ties written in %.1f s: %.3f ms of mongod each, %.3f ms for each follow-up%n",
        wanted,
        (System.nanoTime() - began) / 1e9,
        (cpuSeconds(database) - before) * 1_000 / wanted,
        (cpuSeconds(database) - before) * 500 / wanted);
  }

  private static Tie tie(int one, int other, Random random) {
    var first = START.plusSeconds(random.nextLong(LENGTH.toSeconds()));
    return new Tie(
        EVENT,
        new UUID(1, one),
        new UUID(1, other),
        random.nextInt(5) == 0 ? How.VIRTUAL : How.FACE_TO_FACE,
        random.nextBoolean(),
        first,
        first.plusSeconds(random.nextInt(7_200)));
  }

  private static void count(Ties ties, MongoDatabase database, int attendees) {
    List<Guest> guests =
        IntStream.range(0, attendees)
            .mapToObj(i -> new Guest(new UUID(1, i), Instant.EPOCH, false))
            .toList();
    var mongod = cpuSeconds(database);
    var own = ownCpuNanos();
    var began = System.nanoTime();
    var crowd = new Crowd(Hours.of(START, START.plus(LENGTH), START.plus(LENGTH)), guests);
    ties.each(EVENT, crowd::add);
    var read = System.nanoTime();
    var insight = Insight.of(crowd, Course.of(crowd), START);
    var done = System.nanoTime();
    System.out.printf(
        "%d ties, %d people: read in %.2f s, counted in %.2f s; %.2f s of mongod, %.2f s of the"
            + " service; every %.0f s at 5 %%; %d on the edge%n",
        insight.meetings(),
        attendees,
        (read - began) / 1e9,
        (done - read) / 1e9,
        cpuSeconds(database) - mongod,
        (ownCpuNanos() - own) / 1e9,
        (done - began) * 21 / 1e9,
        insight.onTheEdge());
  }

  private static double cpuSeconds(MongoDatabase database) {
    var used =
        database.runCommand(new Document("serverStatus", 1)).get("extra_info", Document.class);
    return (used.getLong("user_time_us") + used.getLong("system_time_us")) / 1e6;
  }

  private static long ownCpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
