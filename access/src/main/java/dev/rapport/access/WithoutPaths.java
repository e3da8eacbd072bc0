package dev.rapport.access;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes out of spans what may name people: whole paths hold identifiers, and links in mails are in
 * them. The path's pattern stays.
 */
@Component
class WithoutPaths implements ObservationFilter {

  private static final Set<String> PATHS = Set.of("http.url", "http.uri", "url.full", "url.path");

  @Override
  public Observation.Context map(Observation.Context context) {
    var named = new ArrayList<String>();
    for (KeyValue value : context.getHighCardinalityKeyValues()) {
      if (PATHS.contains(value.getKey())) {
        named.add(value.getKey());
      }
    }
    if (!named.isEmpty()) {
      context.removeHighCardinalityKeyValues(named.toArray(String[]::new));
    }
    return context;
  }
}
