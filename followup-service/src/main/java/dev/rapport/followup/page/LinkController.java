package dev.rapport.followup.page;

import dev.rapport.followup.page.Composer.Preselected;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import java.util.List;
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

  /** Begins what is wrong with a line of the reader's own. */
  private static final String WORDS = "words-";

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
    var page = composer.page(opened, behind.of(opened), null, new Preselected(item, act, null));
    return answer(page, false);
  }

  @PostMapping("/a/{token}")
  ResponseEntity<String> act(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable List<String> shown,
      @RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @Nullable String words) {
    var opened = links.open(token);
    if (item == null || act == null || (item.equals(Behind.ALL) && shown == null)) {
      throw Refusal.form();
    }
    var notice = behind.act(opened, item, shown == null ? List.of() : shown, act, words);
    var isWrong = notice.startsWith(WORDS);
    var kept = isWrong ? new Preselected(item, null, words) : Preselected.NOTHING;
    return answer(composer.page(opened, behind.of(opened), notice, kept), isWrong);
  }

  private ResponseEntity<String> answer(PageView view, boolean isWrong) {
    var page = Page.of(view.language(), view.title());
    var notice = view.notice();
    var said = isWrong && notice != null ? page.warning(notice) : page.saying(notice);
    return pages.show(said, "link.jte", view);
  }
}
