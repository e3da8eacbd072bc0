package dev.rapport.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart, and the same as a sentence and a table for who cannot see it.
 *
 * @param id unique on the page
 * @param said in a sentence what it shows
 * @param option what ECharts draws; colours and fonts are chosen in the browser
 * @param data the same numbers
 * @see <a href="https://echarts.apache.org/en/option.html">ECharts' options</a>
 */
public record Chart(String id, String title, String said, Map<String, Object> option, Table data)
    implements Content {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Returns the option as the browser reads it. */
  public String json() {
    return JSON.writeValueAsString(option);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    Blocks.render("chart.jte", this, output);
  }
}
