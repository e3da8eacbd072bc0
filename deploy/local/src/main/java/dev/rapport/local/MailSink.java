package dev.rapport.local;

import dev.rapport.local.mail.Faults;
import dev.rapport.local.mail.Mail;
import dev.rapport.local.mail.MailPages;
import dev.rapport.local.mail.MailStore;
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
public final class MailSink implements AutoCloseable {
  private final int port;
  private final MailStore store;
  private final Faults faults = new Faults();
  private final Smtp smtp;
  private final WebServer pages;

  private MailSink(Clock clock, Path folder, InetAddress address, int smtpPort, int webPort) {
    this.port = smtpPort;
    this.store = new MailStore(clock, folder.resolve("mails"));
    this.smtp = new Smtp(address, smtpPort, store, faults);
    this.pages = new WebServer(address, webPort).page("/", new MailPages(store)::answer);
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

  /** Where it speaks SMTP, on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Where its mails can be read. */
  public URI pages() {
    return pages.base();
  }

  /** The mails from that number on, in order of arrival, copies included. */
  public List<Mail> since(int first) {
    return store.since(first);
  }

  /** How many have arrived, copies included. */
  public int count() {
    return store.count();
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
