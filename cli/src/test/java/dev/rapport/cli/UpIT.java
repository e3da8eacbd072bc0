package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole stacks, each of a checkout of its own, started by the command. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  @TempDir static Path home;

  private static final List<Program> ALL = new ArrayList<>();

  private static Program first;

  @BeforeAll
  static void start() throws IOException {
    first = up(checkout("one"));
  }

  @AfterAll
  static void stop() throws Exception {
    for (var program : ALL) {
      program.interrupt();
      program.exitCode();
    }
  }

  @Test
  void what_no_service_can_read_is_listed_and_can_be_replayed() throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka(first)),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("contact-met", "no id", "no json")).get();
    }
    // Two services hear the topic; each parks it, once or more.
    var found = await().atMost(PATIENCE).until(() -> deadLetters("list"), UpIT::areOfBoth);
    assertThat(found)
        .contains("from contact-met: the header ce_specversion is missing")
        .doesNotContain("no json", "no id");
    assertThat(deadLetters("replay", "--only", "contact-met.contacts-service.dlt/0/0"))
        .contains("Replayed 1 dead letters.");
    await()
        .atMost(PATIENCE)
        .until(() -> deadLetters("list").lines().count() >= found.lines().count() + 2);
  }

  @Test
  void a_second_checkout_runs_beside_the_first_and_ctrl_c_leaves_nothing_of_it() throws Exception {
    var second = up(checkout("two"));
    assertThat(second.said())
        .contains("is taken; kafka gets", "is taken; the mail server gets")
        .contains("smtp://127.0.0.1:", "/token");
    var ports = ports(second);
    assertThat(ports).hasSizeGreaterThanOrEqualTo(9).doesNotContainAnyElementsOf(ports(first));
    assertThat(ports).allMatch(Ports::answers);
    var processes = second.process().descendants().toList();
    assertThat(processes).hasSizeGreaterThanOrEqualTo(5);
    var folder = folderOf(processes);
    assertThat(folder).exists();

    second.interrupt();
    second.exitCode();
    assertThat(second.said()).doesNotContain("died", "Exception");
    await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    await().atMost(PATIENCE).until(() -> ports.stream().noneMatch(Ports::answers));
    assertThat(home.resolve("two/.rapport/running/kafka")).doesNotExist();
    assertThat(folder).doesNotExist();
    assertThat(first.process().isAlive()).isTrue();
    assertThat(ports(first)).allMatch(Ports::answers);
  }

  @Test
  void a_service_that_is_killed_is_started_again() throws Exception {
    var service = processOf(first, "events-service.properties");
    service.destroyForcibly();
    await()
        .atMost(PATIENCE)
        .until(() -> first.said().contains("events-service was started again."));
    assertThat(first.said()).contains("events-service died (exit code 137)");
    assertThat(processOf(first, "events-service.properties")).isNotEqualTo(service);
    assertThat(ports(first)).allMatch(Ports::answers);
  }

  private static ProcessHandle processOf(Program program, String word) throws IOException {
    for (var process : program.process().descendants().toList()) {
      var command = Path.of("/proc/" + process.pid() + "/cmdline");
      if (process.isAlive() && Files.readString(command).contains(word)) {
        return process;
      }
    }
    throw new AssertionError("No process with " + word + ": " + program.said());
  }

  private static Program up(Path checkout) {
    var up = Program.rapport(checkout, Map.of(), "up");
    ALL.add(up);
    await()
        .atMost(PATIENCE)
        .until(() -> up.said().contains("Ctrl-C stops it") || !up.process().isAlive());
    assertThat(up.process().isAlive()).as(up.said()).isTrue();
    return up;
  }

  /** A folder that looks like a clone, with this one's modules and what was fetched for it. */
  private static Path checkout(String name) throws IOException {
    var real = Checkout.find();
    var folder = home.resolve(name);
    Files.createDirectories(folder.resolve(".rapport"));
    Files.createSymbolicLink(folder.resolve(".rapport/mongod"), real.kept("mongod"));
    try (var modules = Files.newDirectoryStream(real.root(), Files::isDirectory)) {
      for (var module : modules) {
        if (!module.getFileName().toString().startsWith(".")) {
          Files.createSymbolicLink(folder.resolve(module.getFileName()), module);
        }
      }
    }
    return folder;
  }

  private static Set<Integer> ports(Program up) {
    return PORT.matcher(up.said())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toSet());
  }

  /** Where a stack keeps its data, as its services are told. */
  private static Path folderOf(List<ProcessHandle> processes) throws IOException {
    var words = new StringBuilder();
    for (var process : processes) {
      if (process.isAlive()) {
        words.append(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")));
      }
    }
    var folder = Pattern.compile("/[^\\s:=\\x00]*/rapport-stack-\\d+").matcher(words);
    assertThat(folder.find()).isTrue();
    return Path.of(folder.group());
  }

  private static String kafka(Program up) {
    return up.said().replaceAll("(?s).*Parts: kafka (\\S+).*", "$1");
  }

  private static boolean areOfBoth(String listed) {
    return Stream.of("contacts", "followup")
        .allMatch(service -> listed.contains("contact-met." + service + "-service.dlt/0/0"));
  }

  private static String deadLetters(String... words) throws InterruptedException {
    var all = Stream.concat(Stream.of("dead-letters"), Stream.of(words)).toArray(String[]::new);
    var command = Program.rapport(home.resolve("one"), Map.of(), all);
    assertThat(command.exitCode()).as(command.said()).isZero();
    return command.said();
  }
}
