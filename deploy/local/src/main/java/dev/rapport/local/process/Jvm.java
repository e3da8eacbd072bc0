package dev.rapport.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The command line of a small JVM that starts quickly. JDK 25 keeps what a run has loaded and
 * linked in an AOT cache; the first run records one and every later run of the same jars starts
 * from it (measured: the broker in 0.9 instead of 2.3 s, a service in about half the time).
 */
public final class Jvm {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String JCMD =
      Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

  private final String name;
  private final List<Path> classPath;
  private final Path cache;
  private final Path recording;

  /**
   * @param classPath jars in order; the cache is keyed by their names, sizes and times
   * @param scratch for a recording that is not complete yet
   */
  public Jvm(Checkout checkout, String name, List<Path> classPath, Path scratch) {
    this.name = name;
    this.classPath = List.copyOf(classPath);
    Path folder = checkout.kept("aot");
    String key = key(this.classPath);
    this.cache = folder.resolve(name + "-" + key + ".aot");
    this.recording = scratch.resolve(name + ".recording");
  }

  /** The command for a main class; starts from the cache, or records when there is none yet. */
  public List<String> command(
      String heap, boolean record, List<String> options, List<String> main) {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.add("-Xmx" + heap);
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // The JVM tells of every adapter that it could not take from the cache; nobody can act on it.
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    } else if (record) {
      command.add("-XX:AOTCacheOutput=" + recording);
    }
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(":", classPath.stream().map(Path::toString).toList()));
    command.addAll(main);
    return command;
  }

  /** Whether a start would be a quick one. */
  public boolean hasCache() {
    return Files.exists(cache);
  }

  /**
   * Ends the recording of a running JVM and keeps the cache; the JVM goes on meanwhile. Takes
   * seconds of CPU, so it is meant for a quiet moment.
   */
  public void keepRecording(Child child) {
    long pid = child.pid();
    try {
      Process jcmd =
          new ProcessBuilder("nice", JCMD, String.valueOf(pid), "AOT.end_recording")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Guard.guard().watch(jcmd.pid());
      boolean done = jcmd.waitFor() == 0 && child.isAlive();
      Guard.guard().forget(jcmd.pid());
      // A JVM that is killed meanwhile leaves half of a recording.
      if (done && Files.exists(recording)) {
        Path partial = cache.resolveSibling(cache.getFileName() + "." + pid);
        Files.copy(recording, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, cache, StandardCopyOption.ATOMIC_MOVE);
        dropOlder();
      }
    } catch (IOException e) {
      throw new LocalFailure("The AOT cache of " + name + " could not be kept.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dropOlder() throws IOException {
    try (var others = Files.newDirectoryStream(cache.getParent(), name + "-*.aot")) {
      for (Path other : others) {
        if (!other.equals(cache)) {
          Files.deleteIfExists(other);
        }
      }
    }
  }

  private static String key(List<Path> classPath) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
      for (Path jar : classPath) {
        String line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
        hash.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(hash.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
