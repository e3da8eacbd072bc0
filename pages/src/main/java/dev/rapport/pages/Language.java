package dev.rapport.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What pages are written in: English or German. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** For a person of this locale, a BCP 47 tag; English for whom we have nothing better. */
  public static Language of(@Nullable String tag) {
    return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("de") ? GERMAN : ENGLISH;
  }

  /** For somebody of whom only the browser's languages are known. */
  public static Language of(HttpServletRequest request) {
    return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** For dates and numbers. */
  public Locale locale() {
    return locale;
  }

  /** Its BCP 47 tag. */
  public String tag() {
    return locale.getLanguage();
  }
}
