package dev.rapport.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;

/** Renders this module's own templates. */
final class Blocks {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.rapport.pages.templates");

  private Blocks() {}

  static void render(String template, Object model, TemplateOutput output) {
    TEMPLATES.render(template, model, output);
  }
}
