package dev.rapport.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The pages' style sheets: the framework that the product's pages stand on, and what is ours. */
final class Styles {
  private static final String PICO = "/META-INF/maven/org.webjars.npm/picocss__pico/pom.properties";

  private final Map<String, String> sheets =
      Map.of("pico.css", text(pico()), "mail.css", text("/mail/mail.css"));

  @Nullable String sheet(String name) {
    return sheets.get(name);
  }

  private static String pico() {
    try (InputStream in = open(PICO)) {
      var properties = new Properties();
      properties.load(in);
      return "/META-INF/resources/webjars/picocss__pico/%s/css/pico.min.css"
          .formatted(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Styles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("The class path has no " + resource);
    }
    return in;
  }
}
