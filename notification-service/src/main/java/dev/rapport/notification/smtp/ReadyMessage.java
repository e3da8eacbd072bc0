package dev.rapport.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that only writes bytes: building it with Angus is what would be slow. It notes when its
 * body is started, which decides between "not sent" and "in doubt".
 */
final class ReadyMessage extends SMTPMessage {

  private final byte[] bytes;
  private boolean started;

  ReadyMessage(Session session, String from, byte[] bytes) {
    super(session);
    this.bytes = bytes;
    setEnvelopeFrom(from);
  }

  boolean isStarted() {
    return started;
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] ignored)
      throws IOException, MessagingException {
    started = true;
    out.write(bytes);
  }

  @Override
  public String getSubject() {
    return ""; // asked for by the transport's log only
  }
}
