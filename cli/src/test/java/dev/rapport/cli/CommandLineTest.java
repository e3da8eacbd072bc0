package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
