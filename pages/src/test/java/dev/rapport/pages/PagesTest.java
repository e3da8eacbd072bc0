package dev.rapport.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class PagesTest {

  private final Assets assets = Assets.load("/x/assets");
  private final Pages pages =
      new Pages(
          TemplateEngine.createPrecompiled(
              null, ContentType.Html, null, "dev.rapport.pages.templates"),
          assets);

  @Test
  void a_page_stands_in_the_layout_and_is_escaped() {
    var page = Page.of(Language.GERMAN, "Mehr & <mehr>").in(Section.PLAN).saying("Fertig.");
    var response = pages.show(page, "text.jte", new Text("<b>"));
    assertThat(response.getBody())
        .contains("<html lang=\"de\">", "Mehr &amp; &lt;mehr", "&lt;b&gt;", "Fertig.")
        .contains("<a href=\"/my/plan\" aria-current=\"page\">Mein Plan</a>")
        .contains("<a href=\"/my/contacts\">", "role=\"status\"", "Zum Inhalt springen")
        .doesNotContain("<script", "style=");
    var policy = response.getHeaders().getFirst("Content-Security-Policy");
    assertThat(policy).startsWith("default-src 'none'; script-src 'self'").doesNotContain("unsafe");
  }

  @Test
  void a_page_without_a_section_has_no_navigation() {
    var page = Page.of(Language.ENGLISH, "Hello");
    assertThat(pages.show(page, "text.jte", new Text("x")).getBody()).doesNotContain("<nav");
  }

  @Test
  void only_a_page_that_wants_scripts_has_them() {
    var page = Page.of(Language.ENGLISH, "Hello").alive().withCharts();
    assertThat(pages.show(page, "text.jte", new Text("x")).getBody())
        .contains("/htmx.js\" defer", "/sse.js\"", "/echarts.js\"", "/charts.js\"")
        .contains("\"allowEval\":false");
  }

  @Test
  void a_table_and_a_chart_say_the_same() {
    var table = Table.of("By day", "Day", "Count").with("Monday", "3").with("<Tuesday>", "4");
    var option = Map.<String, Object>of("series", java.util.List.of(Map.of("name", "a\"<b")));
    var chart = new Chart("days", "Follow-ups", "Seven in two days.", option, table);
    var body = pages.show(HttpStatus.OK, Page.of(Language.ENGLISH, "x"), chart).getBody();
    assertThat(body)
        .contains("<th scope=\"row\">Monday</th>", "<td>3</td>", "&lt;Tuesday&gt;")
        .contains("data-chart=\"{&#34;series&#34;", "<summary>By day</summary>")
        .doesNotContain("a\"<b");
  }

  @Test
  void buttons_post_without_a_script() {
    var form =
        Buttons.about("i-1")
            .with("item", "1")
            .button("act", "accept", "Yes", true)
            .button("act", "decline", "No");
    var body = pages.show(HttpStatus.OK, Page.of(Language.ENGLISH, "x"), form).getBody();
    assertThat(body)
        .contains("<form method=\"post\" action=\"?\"", "aria-labelledby=\"i-1\"")
        .contains("<input type=\"hidden\" name=\"item\" value=\"1\">")
        .contains("name=\"act\" value=\"accept\" class=\"chosen\">Yes</button>");
  }

  @Test
  void every_asset_is_there_under_a_path_that_changes_with_it() {
    assertThat(assets.path("pico.css")).matches("/x/assets/[0-9a-f]{12}/pico.css");
    for (var name : new String[] {"pico.css", "rapport.css", "htmx.js", "sse.js", "echarts.js"}) {
      assertThat(assets.file(name)).isNotEmpty();
    }
    assertThat(assets.file("../application.properties")).isNull();
  }

  @Test
  void both_languages_say_the_same_things() {
    var english = ResourceBundle.getBundle("dev.rapport.pages.texts", java.util.Locale.ROOT);
    var german = ResourceBundle.getBundle("dev.rapport.pages.texts", java.util.Locale.GERMAN);
    assertThat(german.keySet()).isEqualTo(english.keySet());
    assertThat(Texts.shared(Language.GERMAN).bundle().getLocale().getLanguage()).isEqualTo("de");
  }
}
