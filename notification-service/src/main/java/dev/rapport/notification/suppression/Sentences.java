package dev.rapport.notification.suppression;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page says, in one language; titles and paragraphs are plain text. */
record Sentences(
    String language, Said ask, String button, Said done, Said expired, Said erased, Said closed) {

  record Said(String title, String paragraph) {}

  private static final Sentences ENGLISH =
      new Sentences(
          "en",
          new Said("No more of these mails?", "You will get none of this kind any more."),
          "Stop these mails",
          new Said("Done", "You will get no more of these mails."),
          new Said("This link has expired", "Please use the link in a newer mail."),
          new Said("This link has ended", "Your data is erased; nothing is sent to you any more."),
          new Said(
              "This link does not open anything",
              "Please use it exactly as it stands in the mail."));

  private static final Sentences GERMAN =
      new Sentences(
          "de",
          new Said("Keine solchen Mails mehr?", "Sie erhalten dann keine Mails dieser Art mehr."),
          "Diese Mails beenden",
          new Said("Erledigt", "Sie erhalten keine solchen Mails mehr."),
          new Said(
              "Dieser Link ist abgelaufen", "Bitte benutzen Sie den Link in einer neueren Mail."),
          new Said(
              "Dieser Link gilt nicht mehr",
              "Ihre Daten sind gelöscht; Sie erhalten keine Mails mehr."),
          new Said(
              "Dieser Link öffnet nichts",
              "Bitte benutzen Sie ihn genau so, wie er in der Mail steht."));

  static Sentences of(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  /** For somebody of whom only the browser's languages are known. */
  static Sentences of(@Nullable String accepted) {
    return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("de")
        ? GERMAN
        : ENGLISH;
  }
}
