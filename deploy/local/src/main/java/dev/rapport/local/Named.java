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
   * A service's image by {@code RAPPORT_IMAGES}, which all names start with, and {@code
   * RAPPORT_TAG}; null where the services are processes.
   */
  static @Nullable String image(Service service) {
    return image(service.artifact());
  }

  /** The image with the local stack's own parts; null where they are in this process. */
  static @Nullable String ownParts() {
    return image("local");
  }

  /** A service's image of some version; fails where the services are processes. */
  static String image(Service service, String tag) {
    @Nullable String images = images();
    if (images == null) {
      throw new SetupFailure("This runs images, and RAPPORT_IMAGES names none; set it.");
    }
    return images + "/" + service.artifact() + ":" + tag;
  }

  private static @Nullable String image(String name) {
    @Nullable String images = images();
    return images == null ? null : images + "/" + name + ":" + tag();
  }

  private static @Nullable String images() {
    return checked("RAPPORT_IMAGES", System.getenv("RAPPORT_IMAGES"), IMAGES, "like rapport");
  }

  /** What the images' names end with. */
  public static String tag() {
    return tag("RAPPORT_TAG", "latest");
  }

  /** What the names of the images end with from which one upgrades; the same, if nobody says. */
  public static String previousTag() {
    return tag("RAPPORT_PREVIOUS_TAG", tag());
  }

  private static String tag(String variable, String otherwise) {
    @Nullable String tag = checked(variable, System.getenv(variable), TAG, "a tag");
    return tag == null ? otherwise : tag;
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
