package dev.rapport.system.world;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page behind a mail's link, read by its {@code data-} attributes. */
public record Page(List<Item> items) {

  /**
   * One follow-up on the page; {@code outcome} is empty where the page shows none.
   *
   * @param asks whether there is something to accept or decline; not where both are willing anyway
   */
  public record Item(UUID followUp, String answer, String state, String outcome, boolean asks) {}

  private static final Pattern TAG = Pattern.compile("<[^>]*\\bdata-item=\"[^>]*>");

  public static Page read(String html) {
    List<Item> items = new ArrayList<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      items.add(
          new Item(
              UUID.fromString(attribute(tag.group(), "item")),
              attribute(tag.group(), "answer"),
              attribute(tag.group(), "state"),
              attribute(tag.group(), "outcome"),
              !attribute(tag.group(), "asks").equals("no")));
    }
    return new Page(List.copyOf(items));
  }

  /** The introductions that a connector's page offers. */
  public static List<UUID> introductions(String html) {
    List<UUID> found = new ArrayList<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      if (attribute(tag.group(), "about").equals("introduction")) {
        found.add(UUID.fromString(attribute(tag.group(), "item")));
      }
    }
    return found;
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile("\\bdata-" + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? value.group(1) : "";
  }
}
