package dev.rapport.contacts.agree;

import dev.rapport.contacts.person.Person;
import dev.rapport.pages.Link;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Section;
import dev.rapport.pages.Texts;
import dev.rapport.pages.Visitor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that a person has agreed to, since when and from where; changed here at any time. */
@PageController
class ConsentsController {

  static final String SOURCE = "own page";

  private static final String PATH = "/my/contacts/consents";

  private final Agreeing agreeing;
  private final Pages pages;

  ConsentsController(Agreeing agreeing, Pages pages) {
    this.agreeing = agreeing;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ResponseEntity<String> show(Visitor visitor) {
    var texts = Texts.of(visitor.language(), AgreePage.BUNDLE);
    return answer(agreeing.person(visitor.person()), texts, page(texts), null, List.of());
  }

  @PostMapping(PATH)
  ResponseEntity<String> save(Visitor visitor, @RequestParam MultiValueMap<String, String> posted) {
    var texts = Texts.of(visitor.language(), AgreePage.BUNDLE);
    var person = agreeing.person(visitor.person());
    var form = Form.read(posted, false);
    if (!form.invalid().isEmpty()) {
      var warned =
          page(texts).warning(texts.get("invalid", AgreePage.named(texts, form.invalid())));
      return answer(person, texts, warned, posted, form.invalid());
    }
    var saved = agreeing.save(person, form, SOURCE, asked -> AgreePage.wording(texts, asked));
    return answer(saved, texts, page(texts).saying(texts.get("consents.saved")), null, List.of());
  }

  private ResponseEntity<String> answer(
      Person person,
      Texts texts,
      Page page,
      @Nullable MultiValueMap<String, String> posted,
      List<String> invalid) {
    var channels = new Link(Section.CHANNELS.path(), texts.get("consents.channels"));
    var view =
        new AgreePage(person, texts, true, posted)
            .view(agreeing.asked(person), invalid, List.of(channels));
    return pages.show(page, "agree.jte", view);
  }

  private static Page page(Texts texts) {
    return Page.of(texts.language(), texts.get("consents.title")).in(Section.CONSENTS);
  }
}
