package dev.rapport.notification.preview;

import dev.rapport.notification.mail.Sample;
import dev.rapport.pages.Language;
import dev.rapport.pages.Page;
import dev.rapport.pages.PageController;
import dev.rapport.pages.Pages;
import dev.rapport.pages.Refusal;
import dev.rapport.pages.Table;
import dev.rapport.pages.Text;
import dev.rapport.pages.Texts;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The same as a page, to which the organiser's page links. Whoever knows the event's id sees it:
 * the id cannot be guessed, and a sample tells what every recipient is told, and nobody's name.
 */
@PageController
class PreviewPage {

  private static final String BUNDLE = "pages.preview";

  private final Samples samples;
  private final Pages pages;

  PreviewPage(Samples samples, Pages pages) {
    this.samples = samples;
    this.pages = pages;
  }

  @GetMapping("/u/preview/{event}")
  ResponseEntity<String> show(
      @PathVariable UUID event,
      @RequestParam(defaultValue = "invite") String purpose,
      Language language) {
    var wanted = Samples.purpose(purpose);
    if (wanted == null) {
      throw Refusal.form();
    }
    var sample = samples.of(event, wanted, language.locale()).orElseThrow(Refusal::notFound);
    var texts = Texts.of(language, BUNDLE);
    var page = Page.of(language, texts.get("title." + purpose));
    return pages.show(HttpStatus.OK, page, body(sample, texts));
  }

  private static Content body(Sample sample, Texts texts) {
    var head =
        Table.of(texts.get("head"), texts.get("field"), texts.get("value"))
            .with(texts.get("from"), sample.from())
            .with(texts.get("subject"), sample.subject());
    return output -> {
      element(output, "p", "p", texts.get("explained"));
      head.writeTo(output);
      element(output, "pre class=\"mail\"", "pre", sample.text().strip());
    };
  }

  private static void element(TemplateOutput output, String start, String name, String text) {
    output.writeContent("<" + start + ">");
    new Text(text).writeTo(output);
    output.writeContent("</" + name + ">\n");
  }
}
