package dev.rapport.local.mail;

import static dev.rapport.local.mail.Html.escaped;
import static dev.rapport.local.mail.Html.linked;

import dev.rapport.local.web.Answer;
import dev.rapport.local.web.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages to find and read mails: the list, one mail, its HTML, its bytes. */
public final class MailPages {
  private static final int SHOWN = 50;
  private static final Pattern ONE =
      Pattern.compile("/mail/(\\d{1,9})(/html|/raw|/part/(\\d{1,2}))?");
  private static final Pattern STYLE = Pattern.compile("/mail/style/([a-z]+\\.css)");
  private static final Set<String> LISTS = Set.of("/", "/mail", "/mail/");
  private static final Set<String> FIRST = Set.of("from", "to", "reply-to", "subject", "date");

  // What a mail brings may show and link, and nothing else: no script, no form, no foreign picture.
  private static final String SANDBOX =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline'; img-src data:";

  private final MailStore store;
  private final Styles styles = new Styles();

  public MailPages(MailStore store) {
    this.store = store;
  }

  /** Answers any path. */
  public Answer answer(Request request) {
    if (LISTS.contains(request.path())) {
      return list(request);
    }
    Matcher style = STYLE.matcher(request.path());
    if (style.matches()) {
      return style(style.group(1));
    }
    Matcher one = ONE.matcher(request.path());
    if (!one.matches() || Integer.parseInt(one.group(1)) >= store.count()) {
      return Answer.of(404, "text/plain", "There is no such mail; the list is at /mail.");
    }
    Mail mail = store.since(Integer.parseInt(one.group(1))).getFirst();
    return switch (one.group(2)) {
      case "/html" ->
          Answer.html("<base target=\"_blank\">" + MailView.of(mail).html())
              .with("Content-Security-Policy", SANDBOX);
      case "/raw" -> Answer.of(200, "text/plain", new String(mail.raw(), StandardCharsets.UTF_8));
      case null -> Answer.html(mail(mail));
      default -> attachment(MailView.of(mail), Integer.parseInt(one.group(3)));
    };
  }

  private Answer style(String name) {
    String sheet = styles.sheet(name);
    return sheet == null
        ? Answer.of(404, "text/plain", "There is no such style.")
        : Answer.of(200, "text/css", sheet).with("Cache-Control", "max-age=3600");
  }

  /** Whatever a mail brings is saved, never shown. */
  private static Answer attachment(MailView view, int number) {
    if (number >= view.attachments().size()) {
      return Answer.of(404, "text/plain", "The mail has no such attachment.");
    }
    var attachment = view.attachments().get(number);
    return Answer.of("application/octet-stream", attachment.bytes())
        .with("Content-Disposition", "attachment; filename=\"" + attachment.fileName() + "\"");
  }

  private Answer list(Request request) {
    String search = request.query().getOrDefault("q", "").strip();
    int before = number(request.query().getOrDefault("before", ""));
    List<Mail> all = store.since(0);
    List<String> lines = new ArrayList<>();
    int next = Math.min(before, all.size());
    while (next > 0 && lines.size() < SHOWN) {
      Mail mail = all.get(--next);
      MailView view = MailView.of(mail);
      if (matches(mail, view, search)) {
        lines.add(line(mail, view));
      }
    }
    String query = search.isEmpty() ? "" : "&amp;q=" + escaped(encoded(search));
    String older =
        next > 0 ? "<nav><a href=\"/mail?before=%d%s\">Older</a></nav>".formatted(next, query) : "";
    return Answer.html(
        Html.page(
            "Mails",
            """
            <h1>Mails</h1>
            <p class="quiet">%,d have arrived. The newest come first.</p>
            <form action="/mail"><input type="search" name="q" value="%s" aria-label="Search" \
            placeholder="An address, a name, a word of the text"><button>Search</button></form>
            <ul class="mails">%s</ul>%s
            """
                .formatted(
                    all.size(),
                    escaped(search),
                    lines.isEmpty() ? "<li>No mail matches.</li>" : String.join("\n", lines),
                    older)));
  }

  private static String line(Mail mail, MailView view) {
    return """
    <li><a href="/mail/%d"><span class="subject">%s</span><span>%s → %s</span>\
    <span class="quiet">%s</span></a></li>"""
        .formatted(
            mail.number(),
            escaped(view.header("Subject")),
            escaped(view.header("From")),
            escaped(String.join(", ", mail.recipients())),
            escaped(view.header("Date")));
  }

  private String mail(Mail mail) {
    MailView view = MailView.of(mail);
    int number = mail.number();
    String html =
        view.html().isEmpty()
            ? ""
            : """
              <iframe title="The mail as HTML" src="/mail/%d/html" \
              sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
              """
                .formatted(number);
    return Html.page(
        view.header("Subject"),
        """
        <nav aria-label="Mails"><a href="/mail">All mails</a>%s%s<a href="/mail/%d/raw">Source</a></nav>
        <h1>%s</h1>
        <dl>%s</dl>
        %s%s
        <details%s><summary>Text</summary><pre>%s</pre></details>
        <details><summary>All headers</summary><dl>%s</dl></details>
        <p class="quiet">Envelope: from %s to %s, arrived %s.</p>
        """
            .formatted(
                number > 0 ? "<a href=\"/mail/%d\">Earlier</a>".formatted(number - 1) : "",
                number + 1 < store.count()
                    ? "<a href=\"/mail/%d\">Later</a>".formatted(number + 1)
                    : "",
                number,
                escaped(view.header("Subject")),
                headers(view, true),
                attachments(number, view),
                html,
                html.isEmpty() ? " open" : "",
                linked(view.text()),
                headers(view, false),
                escaped(mail.sender()),
                escaped(String.join(", ", mail.recipients())),
                mail.arrived()));
  }

  private static String attachments(int mail, MailView view) {
    var links = new StringBuilder();
    for (int i = 0; i < view.attachments().size(); i++) {
      var attachment = view.attachments().get(i);
      links.append(
          "<li><a href=\"/mail/%d/part/%d\">%s</a> <span class=\"quiet\">%s</span></li>"
              .formatted(mail, i, escaped(attachment.fileName()), escaped(attachment.type())));
    }
    return links.isEmpty() ? "" : "<h2>Attachments</h2><ul>" + links + "</ul>";
  }

  private static String headers(MailView view, boolean first) {
    return view.headers().stream()
        .filter(h -> FIRST.contains(h.name().toLowerCase(Locale.ROOT)) == first)
        .map(h -> "<dt>%s</dt><dd>%s</dd>".formatted(escaped(h.name()), linked(h.value())))
        .collect(Collectors.joining("\n"));
  }

  private static boolean matches(Mail mail, MailView view, String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || String.join(" ", mail.recipients()).toLowerCase(Locale.ROOT).contains(wanted)
        || view.text().toLowerCase(Locale.ROOT).contains(wanted)
        || view.headers().stream()
            .anyMatch(header -> header.value().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
