package dev.rapport.local.origin;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which path belongs to whom: whole segments, the longest prefix first.
 *
 * @param prefixes like {@code /my/plan}, and where its service listens
 */
public record Routes(Map<String, Supplier<URI>> prefixes) {

  public Routes {
    prefixes = Map.copyOf(prefixes);
  }

  /** Returns where a path is served; null when it is nobody's. */
  @Nullable URI of(String path) {
    return prefixes.entrySet().stream()
        .filter(route -> path.equals(route.getKey()) || path.startsWith(route.getKey() + "/"))
        .max(Comparator.comparingInt(route -> route.getKey().length()))
        .map(route -> route.getValue().get())
        .orElse(null);
  }
}
