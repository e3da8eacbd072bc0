package dev.rapport.contacts.agree;

import dev.rapport.contacts.person.Person;
import dev.rapport.pages.Language;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a welcome mail: GET shows and changes nothing, POST saves. */
@PageController
class WelcomeController {

  static final String SOURCE = "welcome";

  private final WelcomeLinks links;
  private final Agreeing agreeing;
  private final Pages pages;

  WelcomeController(WelcomeLinks links, Agreeing agreeing, Pages pages) {
    this.links = links;
    this.agreeing = agreeing;
    this.pages = pages;
  }

  @GetMapping("/welcome/{token}")
  ResponseEntity<String> show(@PathVariable String token) {
    var person = agreeing.person(links.open(token));
    var texts = texts(person);
    return answer(person, texts, page(texts), null, List.of());
  }

  @PostMapping("/welcome/{token}")
  ResponseEntity<String> save(
      @PathVariable String token, @RequestParam MultiValueMap<String, String> posted) {
    var person = agreeing.person(links.open(token));
    var texts = texts(person);
    var form = Form.read(posted, true);
    if (!form.invalid().isEmpty()) {
      var warned =
          page(texts).warning(texts.get("invalid", AgreePage.named(texts, form.invalid())));
      return answer(person, texts, warned, posted, form.invalid());
    }
    var saved = agreeing.save(person, form, SOURCE, asked -> AgreePage.wording(texts, asked));
    return answer(saved, texts, page(texts).saying(texts.get("welcome.saved")), null, List.of());
  }

  private ResponseEntity<String> answer(
      Person person,
      Texts texts,
      Page page,
      @Nullable MultiValueMap<String, String> posted,
      List<String> invalid) {
    var view =
        new AgreePage(person, texts, false, posted)
            .view(agreeing.asked(person), invalid, List.of());
    return pages.show(page, "agree.jte", view);
  }

  private static Texts texts(Person person) {
    return Texts.of(Language.of(person.profile().locale()), AgreePage.BUNDLE);
  }

  private static Page page(Texts texts) {
    return Page.of(texts.language(), texts.get("welcome.title"));
  }
}
