package dev.rapport.followup.block;

import dev.rapport.pages.Buttons;
import dev.rapport.pages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one's own blocks shows.
 *
 * @param more the next page, or null
 */
public record BlocksView(String intro, List<Row> rows, @Nullable Link more, Link back) {

  /**
   * Somebody whom the visitor blocks.
   *
   * @param since says since when
   * @param lift takes the block back
   */
  public record Row(String contact, String name, String since, Buttons lift) {}
}
