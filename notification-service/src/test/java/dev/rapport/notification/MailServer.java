package dev.rapport.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server on a socket that does to each recipient what a test tells it to. */
public final class MailServer implements AutoCloseable {

  /** What the server does when a mail to a recipient comes. */
  public enum Fault {
    NONE,
    REFUSE_RECIPIENT,
    DEFER_RECIPIENT,
    REFUSE_AFTER_DOT,
    DEFER_AFTER_DOT,
    DROP_BEFORE_BODY,
    DROP_AFTER_DOT,
    HANG_AFTER_DOT
  }

  /** A mail as it came. */
  public record Received(String from, String to, String text, boolean answered) {

    /** The value of a header, unfolded. */
    public String header(String name) {
      var head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket socket;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  public MailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public List<Received> receivedBy(String address) {
    return received.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  public int connections() {
    return connections.get();
  }

  public void fault(String recipient, Fault fault) {
    faults.put(recipient, fault);
  }

  /** Closes all connections, as a server that restarts does. */
  public void dropAll() {
    open.forEach(MailServer::close);
    open.clear();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        connections.incrementAndGet();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      say(client, "220 test ESMTP");
      var from = "";
      var to = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("EHLO")) {
          say(client, "250-test");
          say(client, "250 ENHANCEDSTATUSCODES");
        } else if (line.startsWith("MAIL FROM:")) {
          from = between(line);
          say(client, "250 2.1.0 Ok");
        } else if (line.startsWith("RCPT TO:")) {
          to = between(line);
          say(client, recipient(to));
        } else if (line.equals("DATA")) {
          if (fault(to) == Fault.DROP_BEFORE_BODY) {
            return;
          }
          say(client, "354 End with a dot");
          if (!data(client, in, from, to)) {
            return;
          }
        } else if (line.equals("QUIT")) {
          say(client, "221 2.0.0 Bye");
          return;
        } else {
          say(client, "250 2.0.0 Ok");
        }
      }
    } catch (IOException e) {
      // The client went away, which some tests want.
    }
  }

  private String recipient(String to) {
    return switch (fault(to)) {
      case REFUSE_RECIPIENT -> "550 5.1.1 <" + to + "> user unknown";
      case DEFER_RECIPIENT -> "450 4.2.0 <" + to + "> greylisted";
      default -> "250 2.1.5 Ok";
    };
  }

  private boolean data(Socket client, BufferedReader in, String from, String to)
      throws IOException {
    var text = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
    }
    var answer =
        switch (fault(to)) {
          case REFUSE_AFTER_DOT -> "554 5.7.1 Not wanted";
          case DEFER_AFTER_DOT -> "451 4.3.0 Try later";
          case DROP_AFTER_DOT, HANG_AFTER_DOT -> null;
          default -> "250 2.0.0 Queued as 4711";
        };
    received.add(new Received(from, to, text.toString(), answer != null));
    if (answer == null) {
      if (fault(to) == Fault.HANG_AFTER_DOT) {
        in.readLine(); // until the client gives up
      }
      return false;
    }
    say(client, answer);
    return true;
  }

  private Fault fault(String to) {
    return faults.getOrDefault(to, Fault.NONE);
  }

  private static String between(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private static void say(Socket client, @Nullable String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void close(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropAll();
  }
}
