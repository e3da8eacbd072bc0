package dev.rapport.events.edge;

import dev.rapport.events.event.Roster.Guest;
import dev.rapport.events.tie.Tie;
import dev.rapport.events.tie.Tie.How;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * Shows what the edge finds at a real congress: {@code java … Congress FILE.gz}, lines {@code t i
 * j}, where badge i faced badge j for 20 seconds from second t on. Two who faced each other for a
 * minute in all have met, as in the demo that replays it.
 *
 * <p>It fails where the file is missing or the edge makes no sense, so that CI can run it.
 */
public final class Congress {

  private static final int GRID = 20;
  private static final int LEAST = 60;
  private static final UUID EVENT = new UUID(0, 0);

  private record Nearness(long first, long last, long seconds) {

    Nearness and(long at) {
      return new Nearness(Math.min(first, at), Math.max(last, at), seconds + GRID);
    }
  }

  private Congress() {}

  /** Prints the edge hour by hour. */
  public static void main(String[] arguments) throws IOException {
    var pairs = read(Path.of(arguments[0]));
    var crowd = crowd(pairs);
    var course = Course.of(crowd);
    var insight = Insight.of(crowd, course, Instant.EPOCH);
    System.out.println(
        "| Hour | Meetings that began | Met nobody yet | On the edge | Median met |");
    System.out.println("|---|---|---|---|---|");
    for (var hour : insight.hours()) {
      if (hour.meetings() > 0) {
        System.out.printf(
            "| %s | %d | %d | %d | %d |%n",
            hour.start().toString().substring(8, 16).replace('T', ' '),
            hour.meetings(),
            hour.metNobody(),
            hour.onTheEdge(),
            hour.median());
      }
    }
    System.out.printf(
        "Of %d people, %d meetings: %d met nobody for a minute, %d met fewer than half the median of %d,"
            + " %d fewer than the median and nobody for long; %d on the edge.%n",
        insight.attendees(),
        insight.meetings(),
        insight.metNobody(),
        insight.fewMet(),
        insight.median(),
        insight.alone(),
        insight.onTheEdge());
    if (insight.meetings() != 3_196
        || insight.onTheEdge() == 0
        || 2 * insight.onTheEdge() > insight.attendees()) {
      throw new IllegalStateException(
          "A congress of 3,196 meetings with an edge of less than half was expected");
    }
  }

  private static Crowd crowd(Map<String, Nearness> pairs) {
    var guests = new TreeMap<String, Guest>();
    var ties = new ArrayList<Tie>();
    pairs.forEach(
        (pair, near) -> {
          var people = pair.split(" ", -1);
          for (var person : people) {
            guests.merge(person, new Guest(id(person), at(near.first()), false), Congress::earlier);
          }
          if (near.seconds() >= LEAST) {
            ties.add(
                new Tie(
                    EVENT,
                    id(people[0]),
                    id(people[1]),
                    How.FACE_TO_FACE,
                    true,
                    at(near.first()),
                    at(near.last() + GRID)));
          }
        });
    var first = pairs.values().stream().mapToLong(Nearness::first).min().orElseThrow();
    var last = pairs.values().stream().mapToLong(Nearness::last).max().orElseThrow();
    var start = at(first - first % 3_600);
    var crowd = new Crowd(Hours.of(start, at(last + GRID), at(last)), List.copyOf(guests.values()));
    ties.forEach(crowd::add);
    return crowd;
  }

  private static Guest earlier(Guest one, Guest other) {
    return one.since().isBefore(other.since()) ? one : other;
  }

  private static UUID id(String badge) {
    return new UUID(1, Long.parseLong(badge));
  }

  /** The congress began on 4 June 2009; the file's seconds count from that midnight in Nice. */
  private static Instant at(long seconds) {
    return Instant.parse("2009-06-04T00:00:00Z").plus(Duration.ofSeconds(seconds));
  }

  private static Map<String, Nearness> read(Path file) throws IOException {
    var pairs = new TreeMap<String, Nearness>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var fields = line.split("\\s+", -1);
        var at = Long.parseLong(fields[0]);
        var pair =
            Long.parseLong(fields[1]) < Long.parseLong(fields[2])
                ? fields[1] + " " + fields[2]
                : fields[2] + " " + fields[1];
        pairs.merge(pair, new Nearness(at, at, GRID), (known, one) -> known.and(at));
      }
    }
    return pairs;
  }
}
