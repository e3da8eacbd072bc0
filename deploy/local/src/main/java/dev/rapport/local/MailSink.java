package dev.rapport.local;

import dev.rapport.local.mail.Faults;
import dev.rapport.local.mail.Mail;
import dev.rapport.local.mail.MailControl;
import dev.rapport.local.mail.MailPages;
import dev.rapport.local.mail.MailStore;
import dev.rapport.local.mail.Mails;
import dev.rapport.local.mail.Smtp;
import dev.rapport.local.process.Ports;
import dev.rapport.local.process.Scratch;
import dev.rapport.local.web.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The mail server of everyone: takes every mail, lets it be read, and fails as it is told. */
public final class MailSink implements Mails {
  private final int port;
  private final MailStore store;
  private final Faults faults = new Faults();
  private final Smtp smtp;
  private final WebServer pages;

  private MailSink(Clock clock, Path folder, InetAddress address, int smtpPort, int webPort) {
    this.port = smtpPort;
    this.store = new MailStore(clock, folder.resolve("mails"));
    this.smtp = new Smtp(address, smtpPort, store, faults);
    this.pages =
        new WebServer(address, webPort)
            .page("/", new MailPages(store)::answer)
            .page("/control", new MailControl(store, faults)::answer);
  }

  /** Starts one on free ports, on the system's clock. */
  public static MailSink start() {
    return start(Clock.systemUTC(), Scratch.folder("mails"), Ports.any(), Ports.any());
  }

  public static MailSink start(Clock clock, Path folder, int smtpPort, int webPort) {
    return new MailSink(clock, folder, InetAddress.getLoopbackAddress(), smtpPort, webPort);
  }

  /** Starts one that is reached from outside, for a container of its own. */
  static MailSink inContainer(Path folder, int smtpPort, int webPort) {
    return new MailSink(Clock.systemUTC(), folder, OnePart.EVERYWHERE, smtpPort, webPort);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public URI pages() {
    return pages.base();
  }

  @Override
  public List<Mail> since(int first) {
    return store.since(first);
  }

  @Override
  public int count() {
    return store.count();
  }

  @Override
  public void refuse(String address) {
    faults.refuse(address);
  }

  @Override
  public void defer(String address, int times) {
    faults.defer(address, times);
  }

  @Override
  public void holdNext() {
    faults.holdNext();
  }

  @Override
  public int held() {
    return faults.heldBack();
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** Drops what it holds, and closes its ports; its mails can still be read in this process. */
  @Override
  public void close() {
    faults.clear();
    smtp.close();
    pages.close();
  }
}
