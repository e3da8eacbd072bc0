package dev.rapport.local.origin;

import java.net.URI;
import java.util.Locale;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands requests on, and answers in a sentence for a service that is down. */
final class Forwarding extends ProxyHandler.Reverse {
  private static final System.Logger LOG = System.getLogger(Forwarding.class.getName());
  private static final int MOST_CONNECTIONS = 256;
  private static final long CONNECT_MILLIS = 2_000;

  private final Routes routes;
  private final long idleMillis;

  Forwarding(Routes routes, long idleMillis) {
    super(request -> rewritten(request, routes));
    this.routes = routes;
    this.idleMillis = idleMillis;
  }

  private static HttpURI rewritten(Request request, Routes routes) {
    URI base = routes.of(request.getHttpURI().getPath());
    if (base == null) {
      throw new IllegalStateException("Handled before: nobody serves this path.");
    }
    return HttpURI.build(request.getHttpURI())
        .authority(base.getHost(), base.getPort())
        .asImmutable();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    if (path.equals("/")) {
      Response.sendRedirect(request, response, callback, "/mail");
      return true;
    }
    if (routes.of(path) == null) {
      say(request, response, callback, HttpStatus.NOT_FOUND_404);
      return true;
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setIdleTimeout(idleMillis);
    client.setConnectTimeout(CONNECT_MILLIS);
    client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
  }

  /** The pages compare it with where a form comes from. */
  @Override
  protected void addProxyHeaders(Request client, org.eclipse.jetty.client.Request server) {
    super.addProxyHeaders(client, server);
    String host = client.getHeaders().get(HttpHeader.HOST);
    server.headers(headers -> headers.put(HttpHeader.HOST, host));
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request client,
      org.eclipse.jetty.client.Request server,
      org.eclipse.jetty.client.Response serverResponse,
      Response response,
      Callback callback,
      Throwable failure) {
    // The path stays out of it: some hold a link's secret.
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> "Not handed on to " + server.getURI().getAuthority(),
        failure);
    if (response.isCommitted()) {
      callback.failed(failure);
    } else {
      say(client, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
  }

  private static void say(Request request, Response response, Callback callback, int status) {
    String languages = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    boolean german = languages != null && languages.toLowerCase(Locale.ROOT).startsWith("de");
    response.reset();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    }
    Content.Sink.write(response, true, Sentences.page(status, german), callback);
  }
}
