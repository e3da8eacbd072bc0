package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The rapport command without a process of its own, where nothing is left running by it. */
final class InThisJvm {

  private InThisJvm() {}

  /** Runs it, and returns all that it said once it ended with this code. */
  static String rapport(int expected, String... words) {
    var said = new StringWriter();
    var command = Rapport.commandLine();
    command.setOut(new PrintWriter(said, true));
    command.setErr(new PrintWriter(said, true));
    assertThat(command.execute(words))
        .as("%s: %s", String.join(" ", List.of(words)), said)
        .isEqualTo(expected);
    return said.toString();
  }
}
