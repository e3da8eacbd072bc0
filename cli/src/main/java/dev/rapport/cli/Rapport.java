package dev.rapport.cli;

import dev.rapport.local.process.SetupFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The rapport command. Exit codes: 0 all is well, 1 it is not, 2 the command was not understood, or
 * something that it needs is missing.
 */
@Command(
    name = "rapport",
    description = "Follows up everyone who met at a conference, once, in time.",
    footer = {"", "'rapport test' builds everything and runs every test."},
    subcommands = {Demo.class, Up.class, DeadLettersCommand.class, RepublishCommand.class},
    mixinStandardHelpOptions = true,
    version = "rapport 0.1.0")
final class Rapport implements Runnable {

  @CommandLine.Spec CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private Rapport() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Rapport()).setExecutionExceptionHandler(Rapport::failed);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Say what to do.");
    }
  }

  static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("rapport: " + reasons(e));
    return e instanceof SetupFailure ? 2 : 1;
  }

  /** What went wrong, and why at bottom: a client that was set up wrongly says only there how. */
  private static String reasons(Throwable e) {
    var bottom = e;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    var said = said(e);
    return bottom == e || said.contains(said(bottom)) ? said : said + ": " + said(bottom);
  }

  private static String said(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
