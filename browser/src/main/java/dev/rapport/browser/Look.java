package dev.rapport.browser;

import java.util.List;

/**
 * How somebody looks at a page.
 *
 * @param width in CSS pixels; the height likewise
 * @param dark whether their device prefers dark colours
 * @param javaScript whether scripts run
 * @param locale the browser's language
 */
public record Look(
    String name, int width, int height, boolean dark, boolean javaScript, String locale) {

  public static final Look PHONE = new Look("phone", 360, 740, false, true, "en");
  public static final Look DESKTOP = new Look("desktop", 1280, 800, false, true, "en");

  /** Every look in which a page must be without fault. */
  public static final List<Look> ALL =
      List.of(PHONE, DESKTOP, PHONE.inTheDark(), DESKTOP.inTheDark());

  public Look inTheDark() {
    return new Look(name + "-dark", width, height, true, javaScript, locale);
  }

  public Look withoutJavaScript() {
    return new Look(name + "-plain", width, height, dark, false, locale);
  }

  public Look in(String language) {
    return new Look(name + "-" + language, width, height, dark, javaScript, language);
  }
}
