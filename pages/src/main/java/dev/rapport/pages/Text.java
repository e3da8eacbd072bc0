package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A plain text as a part of a page; escaped. */
public record Text(String text) implements Content {

  @Override
  public void writeTo(TemplateOutput output) {
    Blocks.render("text.jte", this, output);
  }
}
