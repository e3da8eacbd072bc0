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
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    %s
    </body>
    </html>
    """
        .formatted(escaped(title), STYLE, body);
  }

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --quiet: #888; --link: light-dark(#0b57a4, #8ab4f8); }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
      a { color: var(--link); }
      h1 { font-size: 1.4rem; margin: .5rem 0; overflow-wrap: anywhere; }
      form { display: flex; gap: .5rem; margin: 1rem 0; }
      input { flex: 1; min-width: 0; font: inherit; padding: .4rem .6rem; }
      button { font: inherit; padding: .4rem 1rem; }
      ul.mails { list-style: none; margin: 0; padding: 0; }
      ul.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .5rem 0;
        border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
      ul.mails a:hover .subject { text-decoration: underline; }
      ul.mails span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .subject { font-weight: 600; grid-column: 1 / -1; }
      .quiet { color: var(--quiet); font-size: .9rem; }
      nav { display: flex; gap: 1rem; margin: 1rem 0; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .9rem; }
      dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
      iframe { width: 100%; height: 32rem; border: 1px solid var(--line); background: #fff; resize: vertical; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; }
      """;
}
