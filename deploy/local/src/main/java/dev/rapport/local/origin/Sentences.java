package dev.rapport.local.origin;

import org.eclipse.jetty.http.HttpStatus;

/** What the origin says by itself, without anybody's style sheet. */
final class Sentences {
  private Sentences() {}

  static String page(int status, boolean german) {
    boolean away = status == HttpStatus.SERVICE_UNAVAILABLE_503;
    String title =
        german
            ? (away ? "Diese Seite ist gerade nicht erreichbar" : "Hier ist nichts")
            : (away ? "This page cannot be reached just now" : "There is nothing here");
    String text =
        german
            ? (away
                ? "Bitte versuchen Sie es gleich noch einmal. Nichts geht verloren, und eine Wiederholung ändert nichts doppelt."
                : "Diese Seite gibt es nicht. Prüfen Sie die Adresse.")
            : (away
                ? "Please try again in a moment. Nothing is lost, and a repeat changes nothing twice."
                : "There is no such page. Check the address.");
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    <p>%s</p>
    </main>
    </body>
    </html>
    """
        .formatted(german ? "de" : "en", title, title, text);
  }
}
