package dev.rapport.notification;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real server that speaks Mastodon's API, on this machine: snac (Debian's snac2, from
 * bookworm-backports). It is reached through a {@link Front}, whose name is its own.
 */
final class Snac {

  private static final Pattern PASSWORD = Pattern.compile("User password is (\\S+)");

  private final String program;
  private final Path data;
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Front front;

  private Snac(String program, Path data, Front front) {
    this.program = program;
    this.data = data;
    this.front = front;
  }

  /** Starts one; it ends with this process. */
  static Snac start() {
    var program =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "snac"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "snac is not on the PATH; install snac2 from Debian's bookworm-backports, as .ci/run does"))
            .toString();
    try {
      var port = freePort();
      var front = new Front(port);
      var snac = new Snac(program, Files.createTempDirectory("snac").resolve("data"), front);
      snac.run(
          "127.0.0.1\n%d\n%s\n\n\n".formatted(port, front.name()), "init", snac.data.toString());
      snac.speakPlainly();
      snac.serve(port);
      return snac;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Front front() {
    return front;
  }

  /** Its name, as people type it. */
  String name() {
    return front.name();
  }

  /** Makes an account and returns its handle. */
  String account(String user) {
    var match = PASSWORD.matcher(run("", "adduser", data.toString(), user));
    if (!match.find()) {
      throw new IllegalStateException("snac says no password for " + user);
    }
    passwords.put(user, match.group(1));
    return user + "@" + name();
  }

  String password(String user) {
    return Objects.requireNonNull(passwords.get(user));
  }

  /** How many follow this account. */
  int followers(String user) {
    return files(data.resolve("user").resolve(user).resolve("followers"));
  }

  private static int files(Path folder) {
    try (var files = Files.list(folder)) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By http: nobody gives out certificates for this machine. */
  private void speakPlainly() throws IOException {
    var file = data.resolve("server.json");
    var settings = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
    settings.put("protocol", "http");
    Files.writeString(file, settings.toString());
  }

  private void serve(int port) throws IOException {
    var process =
        new ProcessBuilder(program, "httpd", data.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await("snac listens")
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(
            () -> {
              new Socket(InetAddress.getLoopbackAddress(), port).close();
              return true;
            });
  }

  private String run(String input, String... arguments) {
    try {
      var command = new java.util.ArrayList<>(List.of(arguments));
      command.addFirst(program);
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("snac " + arguments[0] + " ended with: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
