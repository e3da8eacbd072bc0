package dev.rapport.contacts.sensed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.Api;
import dev.rapport.contacts.ServiceIT;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * The real contacts of a congress (SocioPatterns, SFHH 2009), as its badges saw them: lines {@code
 * t i j}, each 20 s. No test of every build, for the data is not ours to pass on; {@code .ci/run}
 * runs it by name, with {@code -Drapport.congress=FILE}.
 */
class SensedCongress extends ServiceIT {

  private static final int PAIRS = 3_196;

  private record Line(long t, String i, String j) {}

  @Test
  void exactly_those_who_were_near_each_other_for_a_minute_are_asked() throws IOException {
    var file = Path.of(Objects.requireNonNull(System.getProperty("rapport.congress")));
    var lines = read(file);
    var start = Instant.now().minus(4, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
    announce(start, start.plus(4, ChronoUnit.DAYS), "open");
    var badges = new TreeSet<String>();
    lines.forEach(line -> badges.addAll(List.of(line.i(), line.j())));
    inBatches("/people", "people", badges.stream().map(badge -> person(badge, start)).toList());
    inBatches(
        "/organisers/" + organiser + "/events/" + event + "/sensed",
        "intervals",
        lines.stream().map(line -> interval(line, start)).toList());

    var seconds = new HashMap<String, Integer>();
    lines.forEach(line -> seconds.merge(line.i() + " " + line.j(), 20, Integer::sum));
    var expected = seconds.values().stream().filter(sum -> sum >= 60).count();
    var asked =
        database
            .getCollection("sensed")
            .countDocuments(new Document("event", eventId()).append("ready", true));
    System.out.printf(
        "Sensed at the congress: %d intervals of %d people, %d pairs, of which %d were near each other for a minute; %d are asked.%n",
        lines.size(), badges.size(), seconds.size(), expected, asked);
    assertThat(asked).isEqualTo(expected).isEqualTo(PAIRS);
  }

  private void inBatches(String path, String field, List<Map<String, Object>> lines) {
    for (var from = 0; from < lines.size(); from += 1_000) {
      var part = lines.subList(from, Math.min(lines.size(), from + 1_000));
      Api.Answer answer = api.post(path, Map.of(field, part));
      assertThat(answer.items("results")).hasSize(part.size());
    }
  }

  private Map<String, Object> person(String badge, Instant start) {
    var consent =
        Map.of(
            "purpose", "beSensed",
            "given", true,
            "at", start.toString(),
            "source", "form",
            "wording", "Sense me.");
    return Map.of("person", person(badge), "name", "No. " + badge, "consents", List.of(consent));
  }

  private Map<String, Object> interval(Line line, Instant start) {
    var to = start.plusSeconds(line.t());
    return Map.of(
        "person", person(line.i()),
        "other", person(line.j()),
        "from", to.minusSeconds(20).toString(),
        "to", to.toString());
  }

  private static List<Line> read(Path file) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      var lines = new ArrayList<Line>();
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var parts = line.strip().split("\\s+");
        var one = parts[1].compareTo(parts[2]) < 0;
        lines.add(
            new Line(
                Long.parseLong(parts[0]), one ? parts[1] : parts[2], one ? parts[2] : parts[1]));
      }
      return lines;
    }
  }
}
