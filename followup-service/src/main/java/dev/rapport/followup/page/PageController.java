package dev.rapport.followup.page;

import dev.rapport.followup.page.Composer.Preselected;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * The page behind a mail's link: GET shows and changes nothing (scanners follow links), POST acts.
 */
@Controller
@Hidden
class PageController {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final Links links;
  private final Behind behind;
  private final Composer composer;
  private final TemplateEngine templates;
  private final String policy;

  PageController(
      Links links, Behind behind, Composer composer, TemplateEngine templates, Style style) {
    this.links = links;
    this.behind = behind;
    this.composer = composer;
    this.templates = templates;
    this.policy = style.policy();
  }

  @GetMapping("/a/{token}")
  ResponseEntity<String> show(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String act) {
    var opened = links.open(token);
    var page = composer.page(opened, behind.of(opened), null, new Preselected(item, act));
    return answer(HttpStatus.OK, "page.jte", page);
  }

  @PostMapping("/a/{token}")
  ResponseEntity<String> act(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable List<String> shown,
      @RequestParam(required = false) @Nullable String act) {
    var opened = links.open(token);
    if (item == null || act == null || (item.equals(Behind.ALL) && shown == null)) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "form");
    }
    var notice = behind.act(opened, item, shown == null ? List.of() : shown, act);
    var page = composer.page(opened, behind.of(opened), notice, new Preselected(null, null));
    return answer(HttpStatus.OK, "page.jte", page);
  }

  @ExceptionHandler
  ResponseEntity<String> refused(Refused refused, WebRequest request) {
    var language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return answer(refused.status(), "refused.jte", composer.refused(refused, language));
  }

  private ResponseEntity<String> answer(HttpStatus status, String template, Object page) {
    var html = new StringOutput();
    templates.render(template, page, html);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Content-Security-Policy", policy)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex")
        .body(html.toString());
  }
}
