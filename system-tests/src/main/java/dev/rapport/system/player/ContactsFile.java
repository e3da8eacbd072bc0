package dev.rapport.system.player;

import dev.rapport.system.player.Attendee.Address;
import dev.rapport.system.player.Attendee.ListMood;
import dev.rapport.system.player.Step.Scan;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Lines {@code t i j}: at second t, counted from the first day's midnight, badge i faced badge j
 * for 20 seconds (the format of sociopatterns.org).
 */
record ContactsFile(List<Line> lines) {

  private static final Duration SLOT = Duration.ofSeconds(20);

  /** One line, the smaller badge first. */
  record Line(long second, int first, int second2) {}

  private record Pair(int first, int second) {}

  static ContactsFile read(Path file) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(unzipped(raw), StandardCharsets.UTF_8))) {
      return new ContactsFile(
          lines.lines().filter(l -> !l.isBlank()).map(ContactsFile::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The contacts in %s cannot be read".formatted(file), e);
    }
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    raw.mark(2);
    boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return zipped ? new GZIPInputStream(raw) : raw;
  }

  private static Line line(String text) {
    String[] parts = text.trim().split("\\s+", -1);
    if (parts.length < 3 || !Stream.of(parts).limit(3).allMatch(p -> p.matches("\\d{1,9}"))) {
      throw new IllegalArgumentException(
          "A line of contacts is \"t i j\", three whole numbers; found: " + text);
    }
    int i = Integer.parseInt(parts[1]);
    int j = Integer.parseInt(parts[2]);
    return new Line(Long.parseLong(parts[0]), Math.min(i, j), Math.max(i, j));
  }

  /** Everyone on the badges comes, agrees to all, and scans whom they were near long enough. */
  Script script(String label, Duration least, long seed) {
    TreeSet<Integer> badges = new TreeSet<>();
    List<Step> steps = new ArrayList<>();
    Map<Pair, Duration> near = new HashMap<>();
    long last = 0;
    for (Line line : lines) {
      badges.add(line.first);
      badges.add(line.second2);
      last = Math.max(last, line.second);
      Pair pair = new Pair(line.first, line.second2);
      Duration before = near.getOrDefault(pair, Duration.ZERO);
      Duration now = near.merge(pair, SLOT, Duration::plus);
      if (before.compareTo(least) < 0 && now.compareTo(least) >= 0) {
        steps.add(scan(label, line.second, line.first, line.second2));
        steps.add(scan(label, line.second, line.second2, line.first));
      }
    }
    List<Attendee> cast = badges.stream().map(badge -> attendee(label, badge)).toList();
    Duration ends = Duration.ofHours(18).plusDays(last / Duration.ofDays(1).toSeconds());
    return new Script(
        label,
        seed,
        ZoneId.of("Europe/Paris"),
        Duration.ofHours(8),
        ends.toSeconds() > last ? ends : Duration.ofSeconds(last).plusHours(1),
        cast,
        steps,
        steps.size() / 2,
        List.of(),
        0); // an answer may be a block, and then fewer count than met
  }

  private static Scan scan(String label, long second, int reporter, int contact) {
    Duration at = Duration.ofSeconds(second);
    return new Scan(
        at,
        at,
        "near-%d-%d".formatted(reporter, contact),
        id(label, reporter),
        Scan.Target.BADGE,
        badge(label, contact),
        false,
        false);
  }

  private static Attendee attendee(String label, int badge) {
    String id = id(label, badge);
    return new Attendee(
        id,
        "Attendee " + badge,
        id + "@people.example",
        badge % 3 == 0 ? "de" : "en",
        null,
        badge(label, badge),
        true,
        true,
        null,
        null,
        ListMood.NEVER,
        Address.GOOD,
        false,
        Set.of(),
        Set.of(),
        new Card(badge, List.of(), List.of(), List.of()));
  }

  private static String id(String label, int badge) {
    return label + "-" + badge;
  }

  private static String badge(String label, int badge) {
    return "tag-" + label + "-" + badge;
  }
}
