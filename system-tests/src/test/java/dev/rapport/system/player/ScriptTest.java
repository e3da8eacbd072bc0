package dev.rapport.system.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.system.player.Attendee.Address;
import dev.rapport.system.player.Attendee.ListMood;
import dev.rapport.system.player.Step.Scan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

  private final Script script = Script.drawn("x", 300, 10, 1);

  @Test
  void the_same_seed_draws_the_same_conference() {
    assertThat(Script.drawn("x", 300, 10, 1)).isEqualTo(script);
    assertThat(Script.drawn("x", 300, 10, 2)).isNotEqualTo(script);
  }

  @Test
  void an_attendee_meets_so_many_people_on_average() {
    assertThat(script.pairs()).isEqualTo(1_500);
  }

  @Test
  void a_tenth_of_the_scans_comes_late_and_a_twentieth_twice() {
    assertThat(share(Scan::offline)).isCloseTo(0.1, within(0.03));
    assertThat(share(Scan::twice)).isCloseTo(0.05, within(0.02));
  }

  @Test
  void every_mishap_is_in_it() {
    assertThat(script.steps())
        .hasAtLeastOneElementOfType(Step.Arrive.class)
        .hasAtLeastOneElementOfType(Step.Badge.class)
        .hasAtLeastOneElementOfType(Step.Undo.class)
        .hasAtLeastOneElementOfType(Step.Withdraw.class);
    assertThat(script.steps().stream().filter(Step.Erase.class::isInstance)).hasSize(1);
    assertThat(script.cast()).map(Attendee::address).contains(Address.values());
    assertThat(script.cast()).map(Attendee::listMood).contains(ListMood.values());
    assertThat(script.cast()).anyMatch(a -> !a.writes()).anyMatch(a -> !a.receives());
    assertThat(script.afterwards()).isNotEmpty();
  }

  @Test
  void somebody_is_more_popular_than_a_mail_can_show_and_somebody_meets_nobody() {
    assertThat(scans().filter(s -> s.target().matches("(badge-)?x-0"))).hasSizeGreaterThan(25);
    assertThat(scans().filter(s -> s.reporter().equals("x-299"))).isEmpty();
  }

  @Test
  void a_plain_conference_has_no_mishaps() {
    assertThat(Script.plain("x", 100, 10, 1).steps()).hasOnlyElementsOfType(Scan.class);
  }

  @Test
  void two_people_near_each_other_long_enough_scan_each_other_at_that_moment(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("near");
    Files.write(file, LINES);
    Script replay = Script.replayed("x", file, Duration.ofSeconds(60), 1);
    assertThat(replay.attendees()).isEqualTo(3);
    assertThat(replay.pairs()).isEqualTo(1);
    assertThat(replay.steps()).map(Step::due).containsOnly(Duration.ofSeconds(86_500));
    assertThat(replay.steps())
        .map(s -> ((Scan) s).reporter())
        .containsExactlyInAnyOrder("x-7", "x-9");
    assertThat(replay.ends()).isEqualTo(Duration.ofHours(42));
  }

  @Test
  void a_zipped_file_reads_like_a_plain_one(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("near.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", LINES).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Script.replayed("x", file, Duration.ofSeconds(20), 1).pairs()).isEqualTo(2);
  }

  @Test
  void a_line_that_is_no_contact_is_named(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("near");
    Files.write(file, List.of("no contact"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Script.replayed("x", file, Duration.ofSeconds(20), 1))
        .withMessageContaining("no contact");
  }

  private static final List<String> LINES =
      List.of("32520 7 9", "32540 9 7", "32560 7 8", "86500 7 9", "86520 7 9");

  private Stream<Scan> scans() {
    return script.steps().stream().filter(Scan.class::isInstance).map(Scan.class::cast);
  }

  private double share(java.util.function.Predicate<Scan> kind) {
    return (double) scans().filter(kind).count() / scans().count();
  }
}
