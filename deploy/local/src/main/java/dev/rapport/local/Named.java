package dev.rapport.local;

import dev.rapport.local.process.SetupFailure;
import org.jspecify.annotations.Nullable;

/** The parts that the environment names, to be used instead of local ones; blank names none. */
public final class Named {
  static final String ADDRESS = "[^\\s,]+:\\d{1,5}";
  private static final String IMAGES = "[a-z0-9][a-z0-9._:/-]*[a-z0-9]";
  private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
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

  /**
   * The image of a service by {@code RAPPORT_IMAGES}, which all names start with, and {@code
   * RAPPORT_TAG}; null where the services are processes.
   */
  static @Nullable String image(Service service) {
    @Nullable String images =
        checked("RAPPORT_IMAGES", System.getenv("RAPPORT_IMAGES"), IMAGES, "like rapport");
    @Nullable String tag = checked("RAPPORT_TAG", System.getenv("RAPPORT_TAG"), TAG, "a tag");
    return images == null
        ? null
        : images + "/" + service.artifact() + ":" + (tag == null ? "latest" : tag);
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
