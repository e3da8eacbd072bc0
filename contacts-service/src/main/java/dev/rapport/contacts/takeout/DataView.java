package dev.rapport.contacts.takeout;

import dev.rapport.pages.Link;
import java.util.List;

/**
 * What the pages of one's own data show: the files to take home and the way to erasure, or the last
 * question before it.
 */
public record DataView(
    String intro, List<Link> files, String shared, String title, String text, Link next) {

  /** The last question. */
  public record Sure(String text, List<String> what, String check, String button, Link back) {}
}
