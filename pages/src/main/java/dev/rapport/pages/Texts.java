package dev.rapport.pages;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * A feature's sentences in one language, from a resource bundle ({@code nurture.properties} and
 * {@code nurture_de.properties}); what it does not name comes from the bundle that all pages share.
 * Sentences are {@link MessageFormat} patterns: an apostrophe is written twice.
 *
 * @param bundle of the feature
 * @param shared of all pages
 */
public record Texts(Language language, ResourceBundle bundle, ResourceBundle shared) {

  private static final String SHARED = "dev.rapport.pages.texts";

  /** Takes a bundle's name, like {@code pages.nurture} for {@code pages/nurture.properties}. */
  public static Texts of(Language language, String bundle) {
    return new Texts(language, load(language, bundle), load(language, SHARED));
  }

  static Texts shared(Language language) {
    return of(language, SHARED);
  }

  /** Returns a sentence with its values filled in. */
  public String get(String key, Object... values) {
    var pattern = bundle.containsKey(key) ? bundle.getString(key) : shared.getString(key);
    return new MessageFormat(pattern, language.locale()).format(values);
  }

  private static ResourceBundle load(Language language, String bundle) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(bundle, language.locale(), control);
  }
}
