package dev.rapport.contacts.friend;

import dev.rapport.pages.Link;
import dev.rapport.pages.Table;
import java.util.List;

/**
 * What the page for adding old friends shows.
 *
 * @param promise what never happens to who is added
 */
public record FriendsView(String promise, Form form, Upload upload, Link back) {

  /** One friend by hand. */
  public record Form(
      String title,
      List<Field> fields,
      String notesLabel,
      String notes,
      String tagsLabel,
      String tags,
      String add) {}

  /**
   * A line to fill in.
   *
   * @param type as HTML has it
   */
  public record Field(
      String name, String label, String type, int most, boolean required, String value) {}

  /** An address book as a file. */
  public record Upload(String title, String hint, String label, String bring) {}

  /** What became of an address book. */
  public record Brought(List<String> summary, Table lines, Link people, Link again) {}
}
