package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** Writes each service's settings into the stack's folder, where every restart finds the same. */
final class ServiceSettings {
  private final LocalParts parts;
  private final Issuer issuer;
  private final Ways ways;
  private final PlatformApp app;
  private final Instant anchor;
  private final double speed;
  private final String key;

  /**
   * @param ways to MongoDB and the mail server
   * @param app where invitations by the platform go
   * @param anchor where machine time and event time are the same
   * @param key what all ids are derived under
   */
  ServiceSettings(
      LocalParts parts,
      Issuer issuer,
      Ways ways,
      PlatformApp app,
      Instant anchor,
      double speed,
      String key) {
    this.parts = parts;
    this.issuer = issuer;
    this.ways = ways;
    this.app = app;
    this.anchor = anchor;
    this.speed = speed;
    this.key = key;
  }

  /**
   * @param origin the one site that links in mails lead to
   * @param more settings that go before these
   */
  void write(
      Service service,
      Path folder,
      Function<Service, URI> bases,
      URI origin,
      Map<String, String> more) {
    var settings = new Properties();
    settings.putAll(common(service));
    String smtp = ways.smtp();
    settings.putAll(
        switch (service) {
          case CONTACTS, FOLLOWUP -> Map.of("rapport.pages.keys-url", keys(bases));
          case EVENTS ->
              Map.of(
                  "rapport.pages.keys-url", keys(bases),
                  "rapport.organise.origin", origin.toString());
          case NOTIFICATION ->
              Map.ofEntries(
                  Map.entry("rapport.mastodon.keys", tokenKey()),
                  Map.entry("rapport.mastodon.allow-loopback", "true"),
                  Map.entry("rapport.webhook.url", app.url().toString()),
                  Map.entry("rapport.webhook.secrets", app.signedWith()),
                  Map.entry("rapport.links.answers", origin.toString()),
                  Map.entry("rapport.links.contacts", bases.apply(Service.CONTACTS).toString()),
                  Map.entry("rapport.links.own", origin.toString()),
                  Map.entry("rapport.smtp.host", smtp.substring(0, smtp.lastIndexOf(':'))),
                  Map.entry("rapport.smtp.port", smtp.substring(smtp.lastIndexOf(':') + 1)),
                  Map.entry("rapport.sending.mode", "live"));
        });
    settings.putAll(more);
    try (Writer file =
        Files.newBufferedWriter(folder.resolve(service.artifact() + ".properties"))) {
      settings.store(file, "The local stack's settings of " + service.artifact());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seals tokens on this machine: as secret as the installation's key, and as lasting. */
  private String tokenKey() {
    try {
      var text = "tokens of linked accounts under " + key;
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK has no SHA-256", e);
    }
  }

  private static String keys(Function<Service, URI> bases) {
    return bases.apply(Service.NOTIFICATION) + "/.well-known/action-keys";
  }

  private Map<String, String> common(Service service) {
    return Map.ofEntries(
        Map.entry("server.address", "127.0.0.1"),
        Map.entry("spring.mongodb.uri", ways.mongo(service)),
        Map.entry("spring.kafka.bootstrap-servers", parts.kafka()),
        Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer.uri().toString()),
        Map.entry("rapport.installation.key", key),
        Map.entry("rapport.time.machine-anchor", anchor.toString()),
        Map.entry("rapport.time.event-anchor", anchor.toString()),
        Map.entry("rapport.time.speed", String.valueOf(speed)),
        Map.entry("rapport.poll", "100ms"),
        Map.entry("rapport.claim-expiry", "10s"),
        Map.entry("rapport.retry-after", "3s"),
        Map.entry("spring.main.banner-mode", "off"),
        Map.entry("spring.jmx.enabled", "false"));
  }
}
