package dev.rapport.messaging;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Finds what a parsed record lacks: components that are null and not marked nullable. */
final class Required {

  private static final ConcurrentMap<Class<?>, RecordComponent[]> COMPONENTS =
      new ConcurrentHashMap<>();

  private Required() {}

  /** Returns the path of the first missing field, or null when the record is complete. */
  static @Nullable String firstMissing(Object value) {
    return switch (value) {
      case Record record -> inRecord(record);
      case Collection<?> items -> inItems(items);
      case Map<?, ?> map -> inValues(map);
      default -> null;
    };
  }

  private static @Nullable String inItems(Collection<?> items) {
    var index = 0;
    for (var item : items) {
      var missing = item == null ? "" : firstMissing(item);
      if (missing != null) {
        return missing.isEmpty() ? "[" + index + "]" : "[" + index + "]." + missing;
      }
      index++;
    }
    return null;
  }

  // Without the key: it is the record's, and the reason goes into logs.
  private static @Nullable String inValues(Map<?, ?> map) {
    for (var value : map.values()) {
      var missing = value == null ? "" : firstMissing(value);
      if (missing != null) {
        return missing.isEmpty() ? "[*]" : "[*]." + missing;
      }
    }
    return null;
  }

  private static @Nullable String inRecord(Record record) {
    for (var component : components(record.getClass())) {
      var value = read(component, record);
      if (value == null) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          return component.getName();
        }
        continue;
      }
      var missing = firstMissing(value);
      if (missing != null) {
        return component.getName() + (missing.startsWith("[") ? "" : ".") + missing;
      }
    }
    return null;
  }

  private static RecordComponent[] components(Class<?> type) {
    return COMPONENTS.computeIfAbsent(
        type,
        t -> {
          var components = t.getRecordComponents();
          for (var component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        });
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A message's record cannot be read: " + component, e);
    }
  }
}
