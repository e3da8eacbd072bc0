package dev.rapport.local.mail;

import dev.rapport.local.process.LocalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A sink that runs elsewhere; its mails are copied from there as they are asked for. */
public final class RemoteMails implements Mails {
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final URI pages;
  private final MailStore store;

  /**
   * @param pages where its pages and its control are
   * @param folder for the copies
   */
  public RemoteMails(int port, URI pages, Path folder) {
    this.port = port;
    this.pages = pages;
    this.store = new MailStore(Clock.systemUTC(), folder.resolve("mails"));
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public URI pages() {
    return pages;
  }

  @Override
  public synchronized List<Mail> since(int first) {
    catchUp();
    return store.since(first);
  }

  @Override
  public synchronized int count() {
    catchUp();
    return store.count();
  }

  @Override
  public void refuse(String address) {
    post("refuse?address=" + encoded(address));
  }

  @Override
  public void defer(String address, int times) {
    post("defer?times=%d&address=%s".formatted(times, encoded(address)));
  }

  @Override
  public void holdNext() {
    post("hold");
  }

  @Override
  public int held() {
    return Integer.parseInt(get("held"));
  }

  @Override
  public void close() {
    client.close();
  }

  private void catchUp() {
    MailControl.Line[] lines;
    do {
      String json = get("mails?from=" + store.count());
      lines = JsonMapper.shared().readValue(json, MailControl.Line[].class);
      for (MailControl.Line line : lines) {
        try {
          store.add(line.sender(), line.recipients(), line.raw(), line.arrived());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    } while (lines.length == MailControl.AT_ONCE);
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(at(path)).GET().build());
  }

  private void post(String path) {
    send(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  private URI at(String path) {
    return pages.resolve("/control/" + path);
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new LocalFailure(
            "The mail sink answered %d to %s.".formatted(answer.statusCode(), request.uri()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new LocalFailure("The mail sink does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while asking the mail sink.", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
