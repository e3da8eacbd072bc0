package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that a narrow screen scrolls; the first cell of a row heads it.
 *
 * @param caption what it shows
 * @param heads one for each column
 * @param rows cells: {@link Text}, {@link Link}, {@link Buttons} …
 */
public record Table(String caption, List<String> heads, List<List<Content>> rows)
    implements Content {

  /** A table without rows. */
  public static Table of(String caption, String... heads) {
    return new Table(caption, List.of(heads), List.of());
  }

  /** The same with one more row. */
  public Table with(Content... cells) {
    var more = new ArrayList<>(rows);
    more.add(List.of(cells));
    return new Table(caption, heads, List.copyOf(more));
  }

  /** The same with one more row of plain texts. */
  public Table with(String first, String... others) {
    var cells = new ArrayList<Content>(List.of(new Text(first)));
    for (var other : others) {
      cells.add(new Text(other));
    }
    return with(cells.toArray(Content[]::new));
  }

  @Override
  public void writeTo(TemplateOutput output) {
    Blocks.render("table.jte", this, output);
  }
}
