package dev.rapport.notification.send;

import dev.rapport.notification.mail.Addresses;
import dev.rapport.notification.mail.Mail;
import dev.rapport.notification.smtp.Connection;
import dev.rapport.notification.smtp.Connections;
import dev.rapport.notification.smtp.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a mail while the one who asked for it waits. Nothing of it is stored: who sees that it did
 * not go out asks again.
 */
@Component
public class Errands {

  private static final Logger log = LoggerFactory.getLogger(Errands.class);

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(25);

  /** What became of it. */
  public enum Sent {
    /** A server has it, or may have it. */
    SENT,
    /** The sending mode keeps mails to this address back, or it is no address. */
    NEVER,
    /** No server, no connection or no fresh knowledge of the address. */
    NOT_NOW
  }

  private final Gate gate;
  private final SendingSettings settings;
  private final Connections connections;

  Errands(Gate gate, SendingSettings settings, Connections connections) {
    this.gate = gate;
    this.settings = settings;
    this.connections = connections;
  }

  /** Whether mail may go there at all, by the sending mode. */
  public boolean mayGoTo(@Nullable String address) {
    return address != null && Addresses.isValid(address) && settings.allows(address);
  }

  /** Whether everyone's latest address is known; without that nothing is sent. */
  public boolean isReady() {
    return gate.asOf() != null;
  }

  /** Makes the mail when there is a connection for it, and sends it. */
  public Sent send(Supplier<Mail> mail) {
    var free = connections.take(PATIENCE);
    if (free.isEmpty()) {
      return Sent.NOT_NOW;
    }
    connections.giveBack(free.subList(1, free.size()));
    var answer = new CompletableFuture<Reply>();
    connections.work(free.getFirst(), connection -> answer.complete(reply(connection, mail)));
    return awaited(answer);
  }

  private static Reply reply(Connection connection, Supplier<Mail> mail) {
    try {
      return connection.isReady() ? connection.send(mail.get()) : new Reply.NotStarted();
    } catch (RuntimeException e) { // nobody knows how far it came
      log.error("A mail that was asked for ended early.", e);
      connection.close();
      return new Reply.NotStarted();
    }
  }

  private static Sent awaited(CompletableFuture<Reply> answer) {
    try {
      return switch (answer.get(FOR_AN_ANSWER.toSeconds(), TimeUnit.SECONDS)) {
        case Reply.Accepted accepted -> Sent.SENT;
        case Reply.NoAnswer none -> Sent.SENT;
        case Reply.Refused refused -> Sent.NEVER;
        case Reply.Deferred deferred -> Sent.NOT_NOW;
        case Reply.NotStarted notStarted -> Sent.NOT_NOW;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sent.NOT_NOW;
    } catch (ExecutionException | TimeoutException e) {
      return Sent.NOT_NOW;
    }
  }
}
