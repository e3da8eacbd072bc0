package dev.rapport.notification.outward;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls servers of others. Each call has a connection of its own, so that a stale one never looks
 * like a server that fell silent; it ends after a time, however slowly bytes drip; nothing is
 * repeated, redirected or remembered between calls. A server that keeps failing, or takes long, is
 * left alone for a while, so that it does not hold those who could call others.
 */
public final class Outward implements AutoCloseable {

  private static final int MOST_BYTES = 256 * 1_024;
  private static final int MOST_CONNECTIONS = 64;

  private final CloseableHttpClient client;
  private final CircuitBreakerRegistry breakers;
  private final ScheduledExecutorService timer;
  private final Duration timeout;
  private final Duration rest;

  /**
   * Takes its limits.
   *
   * @param timeout for a whole call, in machine time
   * @param rest how long a failing server is left alone, in machine time
   */
  public Outward(DnsResolver resolver, Duration timeout, Duration rest) {
    this.timeout = timeout;
    this.rest = rest;
    var patience = Timeout.of(timeout);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(timeout.dividedBy(2)))
                    .setSocketTimeout(patience)
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(patience)
                    .setResponseTimeout(patience)
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression() // a small body could become a huge one
            .setUserAgent("Rapport")
            .build();
    this.breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .slowCallDurationThreshold(timeout.multipliedBy(4).dividedBy(5))
                .slowCallRateThreshold(60)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outward-timer").daemon().factory());
  }

  /** Sends a request and returns what came back. */
  public Answer send(HttpUriRequestBase request) {
    var breaker = breakers.circuitBreaker(String.valueOf(request.getAuthority()));
    if (!breaker.tryAcquirePermission()) {
      return new Answer.Untried(rest);
    }
    var started = breaker.getCurrentTimestamp();
    try {
      var answer = call(request);
      note(breaker, breaker.getCurrentTimestamp() - started, answer);
      return answer;
    } catch (RuntimeException e) {
      breaker.releasePermission();
      throw e;
    }
  }

  private static void note(CircuitBreaker breaker, long took, Answer answer) {
    if (answer instanceof Answer.Said said && said.status() < 500) {
      breaker.onSuccess(took, breaker.getTimestampUnit());
    } else {
      breaker.onError(took, breaker.getTimestampUnit(), new IOException("no good answer"));
    }
  }

  private Answer call(HttpUriRequestBase request) {
    var end = timer.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, Outward::read);
    } catch (UnknownHostException
        | HttpHostConnectException
        | ConnectTimeoutException
        | ConnectionRequestTimeoutException
        | SSLHandshakeException
        | SSLPeerUnverifiedException e) {
      return new Answer.Unreached();
    } catch (IOException e) {
      return new Answer.Silence();
    } catch (IllegalStateException e) {
      if (request.isCancelled()) { // the time was up between two steps of the client
        return new Answer.Silence();
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    var headers = new HashMap<String, String>();
    for (var header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    var entity = response.getEntity();
    if (entity == null) {
      return new Answer.Said(response.getCode(), headers, "");
    }
    try (var in = entity.getContent()) {
      var body = in == null ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new IOException("The answer is longer than " + MOST_BYTES + " bytes");
      }
      return new Answer.Said(response.getCode(), headers, new String(body, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
