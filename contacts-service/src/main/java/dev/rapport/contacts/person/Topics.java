package dev.rapport.contacts.person;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes topics so that two who care about the same find each other: lower case, single spaces,
 * compatible characters as one (NFKC), each once.
 */
public final class Topics {

  static final int MOST = 20;
  static final int LONGEST = 50;

  private Topics() {}

  /** Returns the topics as they are kept; null stays null. */
  public static @Nullable List<String> read(String field, @Nullable List<String> topics) {
    if (topics == null) {
      return null;
    }
    var read = topics.stream().map(topic -> one(field, topic)).distinct().toList();
    if (read.size() > MOST) {
      throw Problem.field(field, "has %d topics".formatted(read.size()), "at most " + MOST);
    }
    return read;
  }

  private static String one(String field, @Nullable String topic) {
    var plain =
        Normalizer.normalize(Fields.name(field, topic), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("\\s+", " ");
    return Fields.line(field, plain, LONGEST);
  }
}
