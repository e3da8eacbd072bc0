package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form of buttons that posts without JavaScript.
 *
 * @param action where it is posted; {@code ?} for the page's own address
 * @param about the id of the element that says what the buttons are about
 * @param hidden fields that go along
 */
public record Buttons(String action, String about, Map<String, String> hidden, List<Button> buttons)
    implements Content {

  /**
   * One button.
   *
   * @param chosen whether a link chose it, still to be confirmed
   */
  public record Button(String name, String value, String label, boolean chosen) {}

  /** A form that posts to the page's own address, without buttons. */
  public static Buttons about(String id) {
    return new Buttons("?", id, Map.of(), List.of());
  }

  /** The same, posted elsewhere on this origin. */
  public Buttons to(String path) {
    return new Buttons(path, about, hidden, buttons);
  }

  /** The same with one more hidden field. */
  public Buttons with(String name, String value) {
    var more = new LinkedHashMap<>(hidden);
    more.put(name, value);
    return new Buttons(action, about, more, buttons);
  }

  /** The same with one more button. */
  public Buttons button(String name, String value, String label) {
    return button(name, value, label, false);
  }

  /** The same with one more button, which a link may have chosen already. */
  public Buttons button(String name, String value, String label, boolean chosen) {
    var more = new ArrayList<>(buttons);
    more.add(new Button(name, value, label, chosen));
    return new Buttons(action, about, hidden, List.copyOf(more));
  }

  @Override
  public void writeTo(TemplateOutput output) {
    Blocks.render("buttons.jte", this, output);
  }
}
