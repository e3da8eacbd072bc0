package dev.rapport.followup.page;

import dev.rapport.followup.decide.Lines;
import dev.rapport.followup.decide.Tapped;
import dev.rapport.followup.page.Composer.Preselected;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind a mail's link: GET shows and changes nothing (scanners follow links), POST acts.
 */
@PageController
class LinkController {

  private final Links links;
  private final Behind behind;
  private final Composer composer;
  private final Pages pages;

  LinkController(Links links, Behind behind, Composer composer, Pages pages) {
    this.links = links;
    this.behind = behind;
    this.composer = composer;
    this.pages = pages;
  }

  @GetMapping("/a/{token}")
  ResponseEntity<String> show(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String act) {
    var opened = links.open(token);
    var chosen = new Preselected(item, act);
    return answer(composer.page(opened, behind.of(opened), null, chosen, Lines.NONE), false);
  }

  @PostMapping("/a/{token}")
  ResponseEntity<String> act(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable List<String> shown,
      @RequestParam Map<String, String> form) {
    var opened = links.open(token);
    var tapped = Tapped.of(form, shown == null ? List.of() : shown);
    if (tapped.isAll() && shown == null) {
      throw Refusal.form();
    }
    var notice = behind.act(opened, tapped);
    var left = tapped.lines().after(notice);
    var page = composer.page(opened, behind.of(opened), notice, Preselected.NOTHING, left);
    return answer(page, Lines.isWrong(notice));
  }

  private ResponseEntity<String> answer(PageView view, boolean isWrong) {
    var page = Page.of(view.language(), view.title());
    var notice = view.notice();
    var said = isWrong && notice != null ? page.warning(notice) : page.saying(notice);
    return pages.show(said, "link.jte", view);
  }
}
