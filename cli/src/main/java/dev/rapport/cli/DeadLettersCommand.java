package dev.rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rapport dead-letters list} and {@code rapport dead-letters replay}. */
@Command(
    name = "dead-letters",
    description = "Lists the records that no service could read, and replays them.",
    subcommands = {DeadLettersCommand.ListThem.class, DeadLettersCommand.Replay.class},
    mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        command(spec).commandLine(), "Say what to do with the dead letters: list or replay.");
  }

  /** What both need to know. */
  abstract static class OnLetters implements Runnable {

    @Spec @Nullable CommandSpec spec;

    @Option(
        names = "--kafka",
        paramLabel = "HOST:PORT",
        description = "The broker; else RAPPORT_KAFKA, else the stack of this clone that runs.")
    @Nullable String kafka;

    @Option(
        names = "--command-config",
        paramLabel = "FILE",
        description = "Settings of the Kafka client (TLS, SASL), as Kafka's own tools take them.")
    @Nullable Path commandConfig;

    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        description = "Only letters that came from this topic.")
    @Nullable String topic;

    DeadLetters letters() {
      var broker = kafka != null ? kafka : RunningStack.kafka();
      if (broker == null) {
        throw new ParameterException(
            command(spec).commandLine(),
            "No broker is known: start one with 'rapport up', set RAPPORT_KAFKA or give --kafka HOST:PORT.");
      }
      return new DeadLetters(broker, settings());
    }

    private Map<String, String> settings() {
      if (commandConfig == null) {
        return Map.of();
      }
      var settings = new Properties();
      try (var file = Files.newBufferedReader(commandConfig)) {
        settings.load(file);
      } catch (IOException | IllegalArgumentException e) {
        throw new ParameterException(
            command(spec).commandLine(),
            "--command-config %s cannot be read (%s); give a file with lines such as security.protocol=SASL_SSL."
                .formatted(commandConfig, e),
            e);
      }
      return settings.stringPropertyNames().stream()
          .collect(Collectors.toMap(name -> name, settings::getProperty));
    }

    boolean wanted(DeadLetters.Letter letter) {
      return topic == null || topic.equals(letter.topic());
    }

    PrintWriter out() {
      return command(spec).commandLine().getOut();
    }
  }

  @Command(
      name = "list",
      description = "Shows where each letter is, where it came from, and why.",
      mixinStandardHelpOptions = true)
  static final class ListThem extends OnLetters {

    @Override
    public void run() {
      var found = letters().list(this::wanted);
      for (var letter : found) {
        out()
            .printf(
                "%s  parked %s  from %s: %s%n",
                letter.place(), letter.parkedAt(), letter.topic(), letter.reason());
      }
      out().println(found.isEmpty() ? "No dead letters." : found.size() + " dead letters.");
    }
  }

  @Command(
      name = "replay",
      description = {
        "Puts letters on their own topics again.",
        "A letter stays listed until its topic's retention ends; replaying it twice is harmless."
      },
      mixinStandardHelpOptions = true)
  static final class Replay extends OnLetters {

    @Option(
        names = "--only",
        paramLabel = "PLACE",
        description = "Only the letter at this place, as 'list' prints it.")
    @Nullable String only;

    @Override
    public void run() {
      var box = letters();
      var found =
          box.list(letter -> wanted(letter) && (only == null || only.equals(letter.place())));
      replay(box, found);
      out().printf("Replayed %d dead letters.%n", found.size());
    }

    private static void replay(DeadLetters box, List<DeadLetters.Letter> found) {
      try {
        box.replay(found);
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "The broker did not take a replayed letter; run the command again, a repeat is harmless",
            e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while replaying; run the command again", e);
      }
    }
  }

  private static CommandSpec command(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    return spec;
  }
}
