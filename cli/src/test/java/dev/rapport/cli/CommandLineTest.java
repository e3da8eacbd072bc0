package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.local.process.SetupFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine rapport =
      Rapport.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "demo", "up", "dead-letters", "dead-letters list", "dead-letters replay"})
  void every_command_explains_itself(String command) {
    String[] words = (command + " --help").strip().split(" ", -1);
    assertThat(rapport.execute(words)).isZero();
    assertThat(out.toString()).contains("Usage: rapport", command);
  }

  @Test
  void what_is_not_understood_exits_with_2_and_says_what_is_there() {
    assertThat(rapport.execute("dmeo")).isEqualTo(2);
    assertThat(err.toString()).contains("dmeo", "demo");
  }

  @Test
  void a_wrong_duration_is_told_with_an_example() {
    assertThat(rapport.execute("demo", "--day", "soon")).isEqualTo(2);
    assertThat(err.toString()).contains("'soon' is no duration", "5s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          demo --attendees 3            | at least 4 attendees
          demo --attendees 20 --met 20  | can meet 1 to all others
          demo --contacts no-such-file  | No contacts can be read from no-such-file
          demo --report no-such/r.json  | No report can be written to no-such/r.json
          demo --report .               | No report can be written to .
          demo --day 1ms                | A day takes 1s to 24h
          up --day 25h                  | A day takes 1s to 24h
          """)
  void what_cannot_be_done_is_told_before_anything_starts(String words, String sentence) {
    assertThat(rapport.execute(words.split(" +", -1))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_failure_without_a_message_is_named_and_one_that_a_person_can_put_right_exits_with_2() {
    var parsed = rapport.parseArgs();
    assertThat(Rapport.failed(new IllegalStateException(), rapport, parsed)).isEqualTo(1);
    assertThat(err.toString()).contains("rapport: java.lang.IllegalStateException");
    assertThat(Rapport.failed(new SetupFailure("There is no pip."), rapport, parsed)).isEqualTo(2);
    assertThat(err.toString()).contains("rapport: There is no pip.");
  }

  @Test
  void durations_are_read_as_people_type_them() {
    var durations = new Durations();
    assertThat(durations.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(durations.convert("60s")).isEqualTo(Duration.ofMinutes(1));
    assertThat(durations.convert("2h")).isEqualTo(Duration.ofHours(2));
    assertThatThrownBy(() -> durations.convert("5")).isInstanceOf(TypeConversionException.class);
  }

  @Test
  void the_demo_takes_what_its_help_promises() {
    var parsed = new Demo();
    new CommandLine(parsed)
        .parseArgs(
            "--attendees",
            "60",
            "--seed",
            "7",
            "--contacts",
            "f.gz",
            "--least",
            "60s",
            "--day",
            "5s",
            "--exit",
            "--report",
            "r.json");
    assertThat(parsed.attendees).isEqualTo(60);
    assertThat(parsed.seed).isEqualTo(7);
    assertThat(parsed.least).isEqualTo(Duration.ofSeconds(60));
    assertThat(parsed.exit).isTrue();
  }

  @Test
  void without_a_terminal_progress_comes_in_lines() {
    var bytes = new ByteArrayOutputStream();
    try (var lines = new StageBars.Lines(new PrintStream(bytes, true, UTF_8))) {
      lines.at(dev.rapport.system.Stages.Stage.MET, 3, 10);
      lines.say("All have met.");
    }
    assertThat(bytes.toString(UTF_8)).contains("All have met.", "met 3/10");
  }
}
