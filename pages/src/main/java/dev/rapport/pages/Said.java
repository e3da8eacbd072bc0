package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.jspecify.annotations.Nullable;

/** A body of one sentence, with what can be done about it; the buttons are about {@code about}. */
public record Said(String text, @Nullable Buttons form) implements Content {

  /** A sentence alone. */
  public static Said of(String text) {
    return new Said(text, null);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    Blocks.render("said.jte", this, output);
  }
}
