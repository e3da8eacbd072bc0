package dev.rapport.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void a_taken_port_is_moved_and_that_is_said() throws Exception {
    var said = new CopyOnWriteArrayList<String>();
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = Ports.near(taken.getLocalPort(), "the part", said::add);
      assertThat(port).isNotEqualTo(taken.getLocalPort());
      assertThat(said)
          .containsExactly(
              "Port %d is taken; the part gets %d.".formatted(taken.getLocalPort(), port));
    }
  }

  @Test
  void a_port_is_given_out_once() {
    int port = Ports.any();
    assertThat(Ports.near(port, "another", said -> {})).isNotEqualTo(port);
  }

  @Test
  void a_part_that_dies_is_reported_with_the_last_lines_of_its_log() {
    var said = new CopyOnWriteArrayList<String>();
    var child = child("echo this was the matter; exit 3", said);
    child.start();
    await().atMost(PATIENCE).until(() -> !said.isEmpty());
    assertThat(said.getFirst()).contains("part died", "exit code 3", "this was the matter");
    assertThatThrownBy(child::check).hasMessageContaining("this was the matter");
  }

  @Test
  void a_part_that_is_killed_on_purpose_is_not_reported() {
    var said = new CopyOnWriteArrayList<String>();
    var child = child("sleep 600", said);
    child.start();
    // A process that has only just begun has none yet.
    await().atMost(PATIENCE).until(() -> child.memory() > 0);
    child.kill();
    assertThat(said).isEmpty();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void what_a_part_has_started_ends_with_it() throws Exception {
    Path told = folder.resolve("started");
    var child = child("sleep 600 & echo $! > " + told + "; wait", new CopyOnWriteArrayList<>());
    child.start();
    await().atMost(PATIENCE).until(() -> Files.exists(told) && Files.size(told) > 0);
    long started = Long.parseLong(Files.readString(told).strip());
    assertThat(isRunning(started)).isTrue();
    child.kill();
    await().atMost(PATIENCE).until(() -> !isRunning(started));
  }

  @Test
  void children_and_folders_do_not_outlive_a_killed_parent() throws Exception {
    Path told = folder.resolve("told");
    var parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                told.toString())
            .inheritIO()
            .start();
    await().atMost(PATIENCE).until(() -> Files.exists(told));
    List<String> lines = Files.readAllLines(told);
    parent.destroyForcibly().waitFor();
    for (String pid : lines.subList(1, lines.size())) {
      await().atMost(PATIENCE).until(() -> !isRunning(Long.parseLong(pid)));
    }
    await().atMost(PATIENCE).until(() -> Files.notExists(Path.of(lines.getFirst())));
  }

  /** A parent to kill. */
  static final class Parent {
    public static void main(String[] args) throws Exception {
      Path scratch = Scratch.folder("killed");
      var child =
          new Child(
              "child",
              List.of("/bin/sh", "-c", "sleep 600 & echo $!; wait"),
              Map.of(),
              scratch.resolve("log"),
              System.err::println);
      child.start();
      Path log = scratch.resolve("log");
      await().atMost(PATIENCE).until(() -> Files.exists(log) && Files.size(log) > 0);
      Path partial = Path.of(args[0] + ".partial");
      var lines = List.of(scratch.toString(), "" + child.pid(), Files.readString(log).strip());
      Files.write(partial, lines);
      Files.move(partial, Path.of(args[0]));
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }

  // Where nobody reaps orphans, a killed process stays in the table as a zombie.
  private static boolean isRunning(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    try {
      return Files.readAllLines(status).stream()
          .noneMatch(line -> line.startsWith("State:") && line.contains("Z"));
    } catch (java.io.IOException gone) {
      return false;
    }
  }

  private Child child(String script, List<String> said) {
    return new Child(
        "part", List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("log"), said::add);
  }
}
