package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with pages: a service's own template inside the layout, and what browsers must know. */
public final class Pages {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  /** Nothing but what this origin serves; no inline script or style. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine templates;
  private final Assets assets;

  Pages(TemplateEngine templates, Assets assets) {
    this.templates = templates;
    this.assets = assets;
  }

  /** A page in its layout, for {@code layout.jte}. */
  public record Whole(Page page, Assets assets, Content body) {}

  /** Shows a page: the template's one parameter is the model. */
  public ResponseEntity<String> show(Page page, String template, Object model) {
    return show(HttpStatus.OK, page, template, model);
  }

  /** Shows a page with another status than 200. */
  public ResponseEntity<String> show(HttpStatus status, Page page, String template, Object model) {
    return show(status, page, rendered(template, model));
  }

  /** Shows a body that is a building block by itself. */
  public ResponseEntity<String> show(HttpStatus status, Page page, Content body) {
    var html = new StringOutput();
    Blocks.render("layout.jte", new Whole(page, assets, body), html);
    return answer(status, html.toString());
  }

  /** Answers htmx with a part of a page. */
  public ResponseEntity<String> part(String template, Object model) {
    var html = new StringOutput();
    templates.render(template, model, html);
    return answer(HttpStatus.OK, html.toString());
  }

  /** Renders a part as text, for a server-sent event. */
  public String text(String template, Object model) {
    var html = new StringOutput();
    templates.render(template, model, html);
    return html.toString();
  }

  private Content rendered(String template, Object model) {
    var html = text(template, model);
    return output -> output.writeContent(html);
  }

  private static ResponseEntity<String> answer(HttpStatus status, String html) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex")
        .body(html);
  }
}
