package dev.rapport.followup.plan;

import java.util.Locale;

/** A constant that is also a word in messages and documents: {@code FACE_TO_FACE} is faceToFace. */
public interface Word {

  /** The constant's name. */
  String name();

  /** Returns the word as messages and documents spell it. */
  default String word() {
    var parts = name().toLowerCase(Locale.ROOT).split("_", -1);
    var word = new StringBuilder(parts[0]);
    for (var i = 1; i < parts.length; i++) {
      word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i], 1, parts[i].length());
    }
    return word.toString();
  }

  /**
   * Returns the constant that a word stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends Enum<E> & Word> E of(Class<E> type, String word) {
    for (var constant : type.getEnumConstants()) {
      if (constant.word().equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("%s has no %s".formatted(type.getSimpleName(), word));
  }
}
