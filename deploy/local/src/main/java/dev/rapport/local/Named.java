package dev.rapport.local;

import dev.rapport.local.process.SetupFailure;
import org.jspecify.annotations.Nullable;

/** The parts that the environment names, to be used instead of local ones; blank names none. */
public final class Named {
  static final String ADDRESS = "[^\\s,]+:\\d{1,5}";
  static final String ADDRESSES = ADDRESS + "(," + ADDRESS + ")*";

  private Named() {}

  /** {@code host:port}, several with commas, or null. */
  static @Nullable String kafka() {
    return checked("RAPPORT_KAFKA", System.getenv("RAPPORT_KAFKA"), ADDRESSES, "host:port");
  }

  /** A connection string, or null; what is named has a password in it and is never printed. */
  static @Nullable String mongo() {
    return checked(
        "RAPPORT_MONGODB_URI",
        System.getenv("RAPPORT_MONGODB_URI"),
        MongoUri.SHAPE,
        "mongodb://host:port/?options");
  }

  /** {@code host:port}, or null. */
  public static @Nullable String smtp() {
    return checked("RAPPORT_SMTP", System.getenv("RAPPORT_SMTP"), ADDRESS, "host:port");
  }

  static @Nullable String checked(
      String variable, @Nullable String value, String shape, String expected) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (!value.strip().matches(shape)) {
      throw new SetupFailure("%s is not %s; set it so, or unset it.".formatted(variable, expected));
    }
    return value.strip();
  }
}
