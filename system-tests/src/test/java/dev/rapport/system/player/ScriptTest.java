package dev.rapport.system.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.system.ledger.Purpose;
import dev.rapport.system.player.Attendee.Address;
import dev.rapport.system.player.Attendee.Habit;
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
        .hasAtLeastOneElementOfType(Step.Withdraw.class)
        .hasAtLeastOneElementOfType(Step.Move.class);
    assertThat(script.cast()).anyMatch(Attendee::unsubscribes);
    assertThat(script.cast()).map(Attendee::address).contains(Address.values());
    assertThat(script.cast()).map(Attendee::listMood).contains(ListMood.values());
    assertThat(script.cast()).anyMatch(a -> !a.writes()).anyMatch(a -> !a.receives());
    assertThat(script.afterwards()).isNotEmpty();
  }

  @Test
  void somebody_is_erased_during_the_event_and_somebody_the_night_after() {
    List<Step.Erase> erasures = steps(Step.Erase.class).toList();
    assertThat(erasures).hasSize(2);
    assertThat(erasures.getFirst().due()).isLessThan(script.ends());
    assertThat(erasures.getLast().due()).isBetween(Duration.ofHours(51), Duration.ofHours(52));
    String later = erasures.getLast().person();
    Attendee patient =
        script.cast().stream().filter(a -> a.id().equals(later)).findFirst().orElseThrow();
    assertThat(patient.writes()).as("their own stay on their list").isFalse();
    assertThat(patient.receives()).as("others' invites to them are due").isTrue();
    assertThat(scans().filter(s -> s.target().matches("(badge-)?" + later))).isNotEmpty();
    assertThat(scans().filter(s -> s.reporter().equals(later))).isNotEmpty();
  }

  @Test
  void nothing_is_undone_of_those_who_will_be_erased() {
    for (long seed = 1; seed <= 20; seed++) {
      Script drawn = Script.drawn("x", 60, 8, seed);
      List<String> undone =
          drawn.steps().stream()
              .filter(Step.Undo.class::isInstance)
              .map(step -> ((Step.Undo) step).key())
              .toList();
      List<String> forgotten =
          drawn.steps().stream()
              .filter(Step.Erase.class::isInstance)
              .map(step -> ((Step.Erase) step).person())
              .toList();
      assertThat(drawn.steps().stream().filter(Scan.class::isInstance).map(Scan.class::cast))
          .filteredOn(scan -> undone.contains(scan.key()))
          .noneMatch(scan -> forgotten.contains(scan.reporter()))
          .noneMatch(scan -> forgotten.stream().anyMatch(f -> scan.target().endsWith(f)));
    }
  }

  /** So a reprint can be late by a day, and each scan still names whom the ledger believes. */
  @Test
  void a_badge_is_scanned_until_its_reprint_and_the_reprint_from_a_day_later() {
    List<Step.Badge> reprints =
        steps(Step.Badge.class).filter(b -> !b.code().equals(b.attendee().badge())).toList();
    assertThat(reprints).isNotEmpty();
    for (Step.Badge reprint : reprints) {
      assertThat(steps(Step.Badge.class).filter(b -> b.attendee().equals(reprint.attendee())))
          .as("one reprint a person")
          .hasSize(1);
      assertThat(scans().filter(s -> s.target().equals(reprint.attendee().badge())))
          .allMatch(s -> s.at().compareTo(reprint.due()) < 0);
      assertThat(scans().filter(s -> s.target().equals(reprint.code())))
          .allMatch(s -> s.at().compareTo(reprint.due().plusDays(1)) >= 0);
    }
  }

  @Test
  void somebody_is_more_popular_than_a_mail_can_show_and_somebody_meets_nobody() {
    assertThat(scans().filter(s -> s.target().matches("(badge-)?x-0"))).hasSizeGreaterThan(25);
    assertThat(scans().filter(s -> s.reporter().equals("x-299"))).isEmpty();
  }

  @Test
  void every_habit_is_in_it() {
    assertThat(script.cast()).flatMap(Attendee::habits).contains(Habit.values());
    assertThat(script.steps())
        .hasAtLeastOneElementOfType(Step.Note.class)
        .hasAtLeastOneElementOfType(Step.Log.class)
        .hasAtLeastOneElementOfType(Step.Keep.class)
        .hasAtLeastOneElementOfType(Step.LookDue.class)
        .hasAtLeastOneElementOfType(Step.Connect.class);
    assertThat(script.cast()).flatMap(Attendee::agrees).contains(Purpose.SHARE_EMAIL);
    Attendee eager = having(Habit.SCANS_ALL);
    assertThat(scans().filter(s -> s.reporter().equals(eager.id())).map(Scan::target).distinct())
        .hasSizeGreaterThan(250);
    Attendee remote = having(Habit.VIRTUAL_ONLY);
    assertThat(
            scans()
                .filter(s -> s.reporter().equals(remote.id()) || s.target().endsWith(remote.id())))
        .isNotEmpty()
        .allMatch(Scan::virtual);
  }

  private Attendee having(Habit habit) {
    return script.cast().stream().filter(a -> a.is(habit)).findFirst().orElseThrow();
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
    return steps(Scan.class);
  }

  private <T extends Step> Stream<T> steps(Class<T> kind) {
    return script.steps().stream().filter(kind::isInstance).map(kind::cast);
  }

  private double share(java.util.function.Predicate<Scan> kind) {
    return (double) scans().filter(kind).count() / scans().count();
  }
}
