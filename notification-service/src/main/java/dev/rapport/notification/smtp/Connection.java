package dev.rapport.notification.smtp;

import dev.rapport.notification.mail.Mail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, kept open over many mails. For one thread at a time. */
public final class Connection implements AutoCloseable {

  private static final int GOING_AWAY = 421;

  private final SmtpSettings settings;
  private final Session session;
  private @Nullable SMTPTransport open;

  /** Takes how long an answer may take, in machine time. */
  public Connection(SmtpSettings settings, Duration timeout) {
    this.settings = settings;
    var millis = Long.toString(timeout.toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.localhost", settings.hello());
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
    if (settings.tls() == SmtpSettings.Tls.STARTTLS) {
      properties.setProperty("mail.smtp.starttls.required", "true");
    }
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(settings.tls() == SmtpSettings.Tls.IMPLICIT));
    session = Session.getInstance(properties);
  }

  /**
   * Makes sure that somebody is at the other end, with a NOOP if it was open before.
   *
   * @return false when the server cannot be reached
   */
  public boolean isReady() {
    var transport = open;
    if (transport != null && transport.isConnected()) {
      return true;
    }
    return connect() != null;
  }

  /** Hands one mail over. A connection that went stale before the body is opened once more. */
  public Reply send(Mail mail) {
    var reused = open != null;
    var reply = sendOnce(mail);
    return reused && reply instanceof Reply.NotStarted ? sendOnce(mail) : reply;
  }

  private Reply sendOnce(Mail mail) {
    var transport = open == null ? connect() : open;
    if (transport == null) {
      return new Reply.NotStarted();
    }
    var message = new ReadyMessage(session, mail.from(), mail.bytes());
    try {
      transport.sendMessage(message, new Address[] {new InternetAddress(mail.to(), true)});
      return new Reply.Accepted(
          Reply.Said.of(transport.getLastReturnCode(), transport.getLastServerResponse()));
    } catch (AddressException e) {
      return new Reply.Refused(Reply.Said.of(553, "553 5.1.3 The address is not valid"));
    } catch (MessagingException e) {
      return failed(message, said(e));
    }
  }

  private Reply failed(ReadyMessage message, Reply.@Nullable Said said) {
    if (said == null || said.code() == GOING_AWAY) {
      close();
    }
    if (said == null) {
      return message.isStarted() ? new Reply.NoAnswer() : new Reply.NotStarted();
    }
    return said.code() < 500 ? new Reply.Deferred(said) : new Reply.Refused(said);
  }

  /** The server's answer inside the exception, if there was one. */
  private static Reply.@Nullable Said said(MessagingException e) {
    Reply.Said said = null;
    for (Exception next = e; next instanceof MessagingException m; next = m.getNextException()) {
      var here =
          switch (next) {
            case SMTPAddressFailedException a -> Reply.Said.of(a.getReturnCode(), a.getMessage());
            case SMTPSenderFailedException s -> Reply.Said.of(s.getReturnCode(), s.getMessage());
            case SMTPSendFailedException s -> Reply.Said.of(s.getReturnCode(), s.getMessage());
            default -> null;
          };
      if (here != null && here.code() >= 400) {
        said = here; // the innermost one is the cause
      }
    }
    return said;
  }

  private @Nullable SMTPTransport connect() {
    close();
    try {
      var transport = (SMTPTransport) session.getTransport("smtp");
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      open = transport;
      return transport;
    } catch (MessagingException e) {
      return null; // the caller counts it; the server's state is seen in the metrics
    }
  }

  @Override
  public void close() {
    var transport = open;
    open = null;
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException e) {
        // It was broken already, which is why it is closed.
      }
    }
  }
}
