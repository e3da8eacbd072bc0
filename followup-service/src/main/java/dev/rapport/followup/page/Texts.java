package dev.rapport.followup.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The pages' words, in English or German. */
record Texts(Locale locale, ResourceBundle bundle) {

  static Texts of(@Nullable String language) {
    var german = language != null && language.toLowerCase(Locale.ROOT).startsWith("de");
    var locale = german ? Locale.GERMAN : Locale.ENGLISH;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Texts(locale, ResourceBundle.getBundle("pages.texts", locale, control));
  }

  String language() {
    return locale.getLanguage();
  }

  String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
