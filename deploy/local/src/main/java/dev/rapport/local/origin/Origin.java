package dev.rapport.local.origin;

import dev.rapport.local.process.LocalFailure;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A reverse proxy on 127.0.0.1, as an ingress is in a cluster: people see one site, whoever serves
 * it.
 */
public final class Origin implements AutoCloseable {
  private static final long IDLE_MILLIS = 300_000; // a stream of events may be silent for long
  private static final int MOST_THREADS = 24;

  private final Server server;
  private final int port;

  private Origin(int port, Routes routes) {
    this.port = port;
    var threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("origin");
    threads.setDaemon(true);
    server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setHandler(new Forwarding(routes, IDLE_MILLIS));
  }

  /** Listens from now on. */
  public static Origin start(int port, Routes routes) {
    var origin = new Origin(port, routes);
    try {
      origin.server.start();
      return origin;
    } catch (Exception e) { // whatever Jetty throws, there is no origin
      throw new LocalFailure("The origin could not start on port " + port + ": " + e, e);
    }
  }

  /** {@code http://127.0.0.1:port}, without a slash at its end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // whatever Jetty throws, the origin has to go
      throw new LocalFailure("The origin did not stop: " + e, e);
    }
  }
}
