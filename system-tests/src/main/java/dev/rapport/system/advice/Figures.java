package dev.rapport.system.advice;

import java.util.LinkedHashMap;
import java.util.Map;

/** Figures in the order in which they are told; a name is camelCase and reads as words. */
final class Figures {

  private final Map<String, Number> all = new LinkedHashMap<>();

  Figures with(String name, long count) {
    all.put(name, count);
    return this;
  }

  /** A part of a whole, in percent with one decimal; 0 of nothing. */
  Figures percent(String name, long part, long whole) {
    all.put(name, whole == 0 ? 0.0 : Math.round(1_000.0 * part / whole) / 10.0);
    return this;
  }

  Map<String, Number> all() {
    return all;
  }
}
