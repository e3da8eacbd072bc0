package dev.rapport.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The server's side of the conversation. */
public final class Smtp implements AutoCloseable {
  private final MailStore store;
  private final Faults faults;
  private final SMTPServer server;

  public Smtp(InetAddress address, int port, MailStore store, Faults faults) {
    this.store = store;
    this.faults = faults;
    this.server =
        SMTPServer.port(port)
            .bindAddress(address)
            .hostName("localhost")
            .softwareName("Rapport mail sink")
            .insertReceivedHeaders(false)
            .messageHandlerFactory(context -> new Conversation())
            .build();
    server.start();
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Conversation implements MessageHandler {
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    @Override
    public void from(String address) {
      sender = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
      switch (faults.about(address)) {
        case ACCEPT -> recipients.add(address);
        case REFUSE -> throw new RejectException(550, "5.1.1 No such mailbox here");
        case DEFER -> throw new RejectException(451, "4.2.1 Try again later");
      }
    }

    @Override
    public String data(InputStream body) throws IOException {
      Mail mail = store.add(sender, recipients, body.readAllBytes());
      try {
        faults.afterDot(mail);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("The sink is being stopped.");
      }
      return "2.0.0 Ok: queued as " + mail.number();
    }

    @Override
    public void done() {}
  }
}
