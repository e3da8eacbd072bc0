package dev.rapport.local.docker;

import dev.rapport.local.process.Ports;
import dev.rapport.local.process.Waiting;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The mail sink of the local stack's own image. */
public final class ContainerSink extends Container {
  private static final int SMTP = 1025;
  private static final int PAGES = 8025;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI pages;

  public ContainerSink(String image, Path log, Consumer<String> whenDead) {
    super("mails", Images.own(image), Ports.any(), log, whenDead);
    int web = Ports.any();
    pages = URI.create("http://127.0.0.1:" + web);
    publish(SMTP, port);
    publish(PAGES, web);
    command("sink");
  }

  @Override
  public void start() {
    super.start();
    awaitAnswer();
  }

  // Docker takes connections for it before it listens.
  @Override
  void awaitAnswer() {
    Waiting.until("the mail sink to show its mails", PATIENCE, this::showsPages);
  }

  /** Where it speaks SMTP, on 127.0.0.1. */
  public int smtp() {
    return port;
  }

  /** Where its pages are. */
  public URI pages() {
    return pages;
  }

  private boolean showsPages() {
    try {
      var connection = (HttpURLConnection) pages.resolve("/mail").toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
