package dev.rapport.notification.smtp;

import dev.rapport.messaging.WorkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The open connections, each with a platform thread while it works: measured a third faster here
 * than virtual ones.
 */
@Component
public class Connections implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Connections.class);

  private final BlockingQueue<Connection> free;
  private final ExecutorService threads;

  Connections(SmtpSettings settings, WorkSettings work) {
    free = new ArrayBlockingQueue<>(settings.connections());
    var mostPatient = work.claimExpiry().multipliedBy(2).dividedBy(5);
    var timeout = settings.timeout().compareTo(mostPatient) < 0 ? settings.timeout() : mostPatient;
    for (var i = 0; i < settings.connections(); i++) {
      free.add(new Connection(settings, timeout));
    }
    threads =
        Executors.newFixedThreadPool(
            settings.connections(),
            Thread.ofPlatform()
                .name("smtp-", 0)
                .uncaughtExceptionHandler(
                    (thread, e) ->
                        log.warn("A batch of mails ended early; its claim will expire.", e))
                .factory());
  }

  /** Takes the connections that are free, waiting a moment for the first. */
  public List<Connection> take(Duration patience) {
    var taken = new ArrayList<Connection>();
    try {
      var first = free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        taken.add(first);
        free.drainTo(taken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return taken;
  }

  /** Gives back what was not needed. */
  public void giveBack(List<Connection> unused) {
    free.addAll(unused);
  }

  /** Works with a taken connection on its thread, and gives it back. */
  public void work(Connection connection, Consumer<Connection> work) {
    threads.execute(
        () -> {
          try {
            work.accept(connection);
          } finally {
            free.add(connection);
          }
        });
  }

  /** Lets the running batches end before anything that they write to is closed. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    free.forEach(Connection::close);
  }
}
