package dev.rapport.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Free ports on 127.0.0.1. A port that was given out is held by a file lock until this process
 * ends, so that two checkouts starting at the same moment never get the same one; ports below the
 * kernel's ephemeral range are taken, so that no outgoing connection takes one in between.
 */
public final class Ports {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final Map<Integer, FileLock> HELD = new HashMap<>();

  private Ports() {}

  /** The preferred port, or another one when it is taken, which is said in a sentence. */
  public static synchronized int near(int preferred, String who, Consumer<String> say) {
    if (take(preferred)) {
      return preferred;
    }
    int port = any();
    say.accept("Port %d is taken; %s gets %d.".formatted(preferred, who, port));
    return port;
  }

  /** Some free port. */
  public static synchronized int any() {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (take(port)) {
        return port;
      }
    }
    throw new LocalFailure("No free port between " + LOWEST + " and " + HIGHEST + " was found.");
  }

  /** Whether something listens there. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  private static boolean take(int port) {
    // Ours are not even opened: closing a file gives up every lock that this process has on it.
    return !HELD.containsKey(port) && isFree(port) && lock(port);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  // The channel stays open on purpose: closing it would give the lock back.
  private static boolean lock(int port) {
    try {
      Path folder =
          Files.createDirectories(
              Path.of(
                  System.getProperty("java.io.tmpdir"),
                  "rapport-ports-" + System.getProperty("user.name")));
      FileChannel channel =
          FileChannel.open(
              folder.resolve(String.valueOf(port)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return false;
      }
      HELD.put(port, lock);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
