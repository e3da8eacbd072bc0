package dev.rapport.contacts.friend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an address book, and what becomes of it.
 *
 * @param number counts the entries of the file from 1
 * @param name as far as it could be read
 * @param friend null where it is refused
 * @param leftOut what could not be taken of a friend who is
 */
record Line(int number, String name, @Nullable Friend friend, Result result, List<Part> leftOut) {

  /** What became of it. */
  enum Result {
    added,
    changed,
    /** It is as it was, or is somebody whom the owner met here. */
    known,
    /** The owner has removed them; only by hand they come back. */
    removed,
    /** The owner has as many as are kept. */
    full,
    noName,
    longName,
    link,
    /** A group of others. */
    group,
    tooLarge,
    unreadable
  }

  /** A part of a friend. */
  enum Part {
    email,
    phone,
    organisation,
    title,
    page,
    notes,
    tags
  }

  static Line refused(int number, String name, Result why) {
    return new Line(number, name, null, why, List.of());
  }

  Line with(Result other) {
    return new Line(number, name, friend, other, leftOut);
  }
}
