package dev.rapport.contacts.takeout;

import dev.rapport.contacts.erasure.Forgetting;
import dev.rapport.contacts.person.Known;
import dev.rapport.pages.Link;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Said;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own data: to take home, and to have erased, in two steps. */
@PageController
class DataController {

  private static final String PATH = "/my/contacts/data";
  private static final String ERASE = PATH + "/erase";
  private static final String BUNDLE = "pages.data";

  private final TakeOut takeOut;
  private final Forgetting forgetting;
  private final Known known;
  private final Pages pages;

  DataController(TakeOut takeOut, Forgetting forgetting, Known known, Pages pages) {
    this.takeOut = takeOut;
    this.forgetting = forgetting;
    this.known = known;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ResponseEntity<String> show(Visitor visitor) {
    present(visitor);
    var texts = Texts.of(visitor.language(), BUNDLE);
    var files =
        Stream.of(Format.values())
            .map(f -> new Link(PATH + "/contacts." + f.name(), texts.get("file." + f.name())))
            .toList();
    var view =
        new DataView(
            texts.get("intro"),
            files,
            texts.get("shared"),
            texts.get("erase.title"),
            texts.get("erase.text"),
            new Link(ERASE, texts.get("erase.next")));
    return pages.show(page(visitor, texts.get("title")), "data.jte", view);
  }

  @GetMapping(PATH + "/contacts.{format:vcf|csv|json}")
  ResponseEntity<byte[]> take(Visitor visitor, @PathVariable Format format) {
    return takeOut.of(present(visitor), format);
  }

  @GetMapping(ERASE)
  ResponseEntity<String> ask(Visitor visitor) {
    present(visitor);
    return sure(visitor, page(visitor, text(visitor, "sure.title")));
  }

  @PostMapping(ERASE)
  ResponseEntity<String> erase(
      Visitor visitor, @RequestParam(defaultValue = "") String understood) {
    var person = present(visitor);
    if (!understood.equals("yes")) {
      var asked = page(visitor, text(visitor, "sure.title")).warning(text(visitor, "sure.missing"));
      return sure(visitor, asked);
    }
    forgetting.erase(person);
    var done = Page.of(visitor.language(), text(visitor, "erased.title"));
    return pages.show(HttpStatus.OK, done, Said.of(text(visitor, "erased.text")));
  }

  private ResponseEntity<String> sure(Visitor visitor, Page page) {
    var texts = Texts.of(visitor.language(), BUNDLE);
    var view =
        new DataView.Sure(
            texts.get("sure.text"),
            List.of(texts.get("sure.gone"), texts.get("sure.others"), texts.get("sure.later")),
            texts.get("sure.check"),
            texts.get("sure.button"),
            new Link(PATH, texts.get("sure.back")));
    return pages.show(page, "erase.jte", view);
  }

  private UUID present(Visitor visitor) {
    var person = visitor.person();
    if (known.find(person) == null) {
      throw known.isErased(person) ? Refusal.gone() : Refusal.notFound();
    }
    return person;
  }

  private static Page page(Visitor visitor, String title) {
    return Page.of(visitor.language(), title).in(Section.DATA);
  }

  private static String text(Visitor visitor, String key) {
    return Texts.of(visitor.language(), BUNDLE).get(key);
  }
}
