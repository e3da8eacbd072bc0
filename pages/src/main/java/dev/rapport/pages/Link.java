package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A link inside a page. */
public record Link(String href, String label) implements Content {

  @Override
  public void writeTo(TemplateOutput output) {
    Blocks.render("link.jte", this, output);
  }
}
