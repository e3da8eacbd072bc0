package dev.rapport.cli;

import dev.rapport.local.Named;
import dev.rapport.local.process.Checkout;
import dev.rapport.system.Conference;
import dev.rapport.system.Outcome;
import dev.rapport.system.Plan;
import dev.rapport.system.checker.Objection;
import dev.rapport.system.ledger.Ledger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rapport demo}. */
@Command(
    name = "demo",
    description = {
      "Starts everything and plays a conference on it, followed up to the last person.",
      "The summary is counted from outside: from what was acknowledged, the APIs and the mails",
      "received. Exit code 0 only when nothing is lost, doubled or open."
    },
    mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

  private static final int OF_A_KIND = 5;

  @Spec @Nullable CommandSpec spec;

  @Mixin Up.Pace pace = new Up.Pace();

  @Option(
      names = "--attendees",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many people register. Default: ${DEFAULT-VALUE}.")
  int attendees = 300;

  @Option(
      names = "--met",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many people an attendee meets on average. Default: ${DEFAULT-VALUE}.")
  int met = 10;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed plays the same conference. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--contacts",
      paramLabel = "FILE",
      description = {
        "Replays real contacts at their real times: lines 't i j' (at second t, i and j were near",
        "each other for 20 s), plain or gzip."
      })
  @Nullable Path contacts;

  @Option(
      names = "--least",
      paramLabel = "DURATION",
      defaultValue = "60s",
      converter = Durations.class,
      description = "With --contacts: nearness that makes a meeting. Default: ${DEFAULT-VALUE}.")
  Duration least = Duration.ofSeconds(60);

  @Option(names = "--exit", description = "Stops at once when the event is closed.")
  boolean exit;

  @Option(names = "--report", paramLabel = "FILE", description = "Writes the figures as JSON.")
  @Nullable Path report;

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    var out = spec.commandLine().getOut();
    var plan = plan(spec.commandLine());
    try (var whole = Whole.start(pace.day, !exit, out)) {
      out.printf("Everything is up after %.0f s.%n", whole.startSeconds());
      whole.show(out);
      var outcome = play(whole, plan);
      tell(outcome, out);
      if (report != null) {
        outcome.report().write(report);
      }
      if (!exit) {
        whole.show(out);
        whole.keep(out);
      }
      return outcome.exitCode();
    }
  }

  /** Looks at all that can be wrong before anything is started. */
  private Plan plan(CommandLine command) {
    if (Named.smtp() != null) {
      throw new ParameterException(
          command, "The demo reads its mails in a mail server of its own; unset RAPPORT_SMTP.");
    }
    if (contacts != null && !(Files.isRegularFile(contacts) && Files.isReadable(contacts))) {
      throw new ParameterException(command, "No contacts can be read from " + contacts + ".");
    }
    if (report != null) {
      var folder = report.toAbsolutePath().getParent();
      if (Files.isDirectory(report) || !Files.isWritable(Files.exists(report) ? report : folder)) {
        throw new ParameterException(command, "No report can be written to " + report + ".");
      }
    }
    try {
      return new Plan(attendees, seed, met, contacts, least);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private static Outcome play(Whole whole, Plan plan) {
    Outcome outcome;
    var ledger = new Ledger();
    var world = whole.world();
    var script = Conference.script(world, plan);
    RunningStack.describe(
        Map.of(
            "organiser", "organiser-" + script.label(),
            "event", "event-" + script.label(),
            "attendee", script.shown()));
    try (var bars = StageBars.on(System.out)) {
      outcome = Conference.play(world, script, ledger, bars);
    }
    if (!outcome.objections().isEmpty()) {
      keep(ledger);
    }
    var seconds = new LinkedHashMap<String, Double>();
    var build = System.getenv("RAPPORT_BUILD_SECONDS");
    seconds.put("build", build == null ? 0 : Double.parseDouble(build));
    seconds.put("start", whole.startSeconds());
    var figures = outcome.report().withSeconds(seconds).withMemoryMb(whole.memoryMb());
    return new Outcome(figures.withSeconds(total(figures.seconds())), outcome.objections());
  }

  /** What was acknowledged and when is needed to find out what went wrong. */
  private static void keep(Ledger ledger) {
    var file = Checkout.find().kept("logs").resolve("ledger.txt");
    try {
      Files.write(file, ledger.entries().stream().map(Object::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("What was acknowledged is in " + file);
  }

  /** Everything that the person at the terminal waited for. */
  private static Map<String, Double> total(Map<String, Double> seconds) {
    var all = 0.0;
    for (var stage : List.of("build", "start", "total")) {
      all += seconds.getOrDefault(stage, 0.0);
    }
    return Map.of("total", all);
  }

  private static void tell(Outcome outcome, PrintWriter out) {
    out.println();
    out.print(outcome.report().summary());
    out.println();
    out.print(outcome.report().table());
    out.println();
    var byKind = new LinkedHashMap<Class<?>, List<Objection>>();
    for (var objection : outcome.objections()) {
      byKind.computeIfAbsent(objection.getClass(), kind -> new ArrayList<>()).add(objection);
    }
    byKind.forEach(
        (kind, all) -> {
          all.stream().limit(OF_A_KIND).forEach(one -> out.println("  " + one.sentence()));
          if (all.size() > OF_A_KIND) {
            out.printf("  … and %d more of this kind.%n", all.size() - OF_A_KIND);
          }
        });
    if (byKind.containsKey(Objection.MissedThoughAutomatic.class)) {
      out.println("  What was missed like this was late: a slower day helps, like --day 14s.");
    }
    out.println(
        outcome.exitCode() == 0
            ? "Nothing is lost, doubled or open."
            : "Something is wrong: see above.");
    out.flush();
  }
}
