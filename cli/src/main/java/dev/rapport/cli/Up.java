package dev.rapport.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rapport up}. */
@Command(
    name = "up",
    description = {
      "Starts everything on this machine, without the conference.",
      "Kafka, MongoDB, a mail server with a page to read the mails, an issuer of tokens and the four",
      "services. Ctrl-C stops it.",
      "RAPPORT_KAFKA, RAPPORT_MONGODB_URI and RAPPORT_SMTP name parts to use instead."
    },
    mixinStandardHelpOptions = true)
final class Up implements Runnable {

  /** How fast event time runs. */
  static final class Pace {

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    Duration day = Duration.ofSeconds(7);

    @Option(
        names = "--day",
        paramLabel = "DURATION",
        defaultValue = "7s",
        converter = Durations.class,
        description = "How long a day of the event takes: 1s to 24h. Default: ${DEFAULT-VALUE}.")
    void day(Duration day) {
      if (spec != null && (day.toSeconds() < 1 || day.compareTo(Duration.ofDays(1)) > 0)) {
        throw new ParameterException(spec.commandLine(), "A day takes 1s to 24h.");
      }
      this.day = day;
    }
  }

  @Spec @Nullable CommandSpec spec;

  @Mixin Pace pace = new Pace();

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    var out = spec.commandLine().getOut();
    try (var whole = Whole.start(pace.day, true, out)) {
      out.printf("Everything is up after %.0f s.%n", whole.startSeconds());
      whole.show(out);
      whole.keep(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
