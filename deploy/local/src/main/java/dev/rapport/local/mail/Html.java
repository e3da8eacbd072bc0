package dev.rapport.local.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made safe inside HTML. */
final class Html {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')]+");

  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Escaped, with web addresses as links. */
  static String linked(String text) {
    var html = new StringBuilder();
    Matcher link = LINK.matcher(text);
    int from = 0;
    while (link.find()) {
      String address = escaped(link.group());
      html.append(escaped(text.substring(from, link.start())))
          .append("<a target=\"_blank\" rel=\"noopener\" href=\"%s\">".formatted(address))
          .append(address)
          .append("</a>");
      from = link.end();
    }
    return html.append(escaped(text.substring(from))).toString();
  }

  static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/mail/style/pico.css">
    <link rel="stylesheet" href="/mail/style/mail.css">
    </head>
    <body>
    <main class="container">
    %s
    </main>
    </body>
    </html>
    """
        .formatted(escaped(title), body);
  }
}
