package dev.rapport.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Styles and scripts, each service its own copy: its pages must look well while the others are
 * down. The path holds a hash of them all, so browsers keep them for a year.
 */
public final class Assets {

  private static final String WEBJARS = "META-INF/resources/webjars/";
  private static final String OWN = "dev/rapport/pages/assets/";

  private static final Map<String, String> PLACES =
      Map.of(
          "pico.css", WEBJARS + "picocss__pico/*/css/pico.min.css",
          "htmx.js", WEBJARS + "htmx.org/*/dist/htmx.min.js",
          "sse.js", WEBJARS + "htmx-ext-sse/*/sse.js",
          "echarts.js", WEBJARS + "echarts/*/dist/echarts.common.min.js",
          "rapport.css", OWN + "rapport.css",
          "charts.js", OWN + "charts.js");

  private final String base;
  private final String version;
  private final Map<String, byte[]> files;

  private Assets(String base, String version, Map<String, byte[]> files) {
    this.base = base;
    this.version = version;
    this.files = files;
  }

  /** Reads them from the class path, to be served under this path. */
  static Assets load(String base) {
    var files = new TreeMap<String, byte[]>();
    PLACES.forEach((name, place) -> files.put(name, read(place)));
    return new Assets(base, hash(files), files);
  }

  /** Returns the path of a file. */
  public String path(String name) {
    return base + "/" + version + "/" + name;
  }

  String version() {
    return version;
  }

  byte @Nullable [] file(String name) {
    return files.get(name);
  }

  private static byte[] read(String place) {
    try {
      var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + place);
      if (found.length != 1) {
        throw new IllegalStateException(
            "The class path has %d of %s; expected one".formatted(found.length, place));
      }
      return found[0].getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A page's asset cannot be read: " + place, e);
    }
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
