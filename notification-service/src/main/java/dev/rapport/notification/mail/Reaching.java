package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How somebody can be reached, as far as they allow it: lines of a mail. */
final class Reaching {

  private Reaching() {}

  /** Returns a line for each address; none when nothing is given away. */
  static List<Letter.Reach> lines(Person.Reach reach, Words words) {
    var lines = new ArrayList<Letter.Reach>();
    if (reach.email() != null) {
      lines.add(new Letter.Reach(words.email(), Names.line(reach.email())));
    }
    if (reach.phone() != null) {
      lines.add(new Letter.Reach(words.phone(), Names.line(reach.phone())));
    }
    var work = work(reach);
    if (!work.isEmpty()) {
      lines.add(new Letter.Reach(words.work(), work));
    }
    pages(reach.profiles())
        .forEach((network, page) -> lines.add(new Letter.Reach(name(network), page)));
    return lines;
  }

  private static String work(Person.Reach reach) {
    var parts = new ArrayList<String>();
    if (reach.title() != null) {
      parts.add(Names.line(reach.title()));
    }
    if (reach.organisation() != null) {
      parts.add(Names.line(reach.organisation()));
    }
    return String.join(", ", parts);
  }

  /** Returns the address of each profile's page; a handle as user@server has one on its server. */
  static Map<String, String> pages(Map<String, String> profiles) {
    var pages = new LinkedHashMap<String, String>();
    profiles.forEach(
        (network, profile) -> {
          var line = Names.line(profile);
          var at = line.lastIndexOf('@');
          pages.put(
              network,
              network.equals("mastodon") && at > 0
                  ? "https://%s/@%s".formatted(line.substring(at + 1), user(line.substring(0, at)))
                  : line);
        });
    return pages;
  }

  private static String user(String handle) {
    return handle.startsWith("@") ? handle.substring(1) : handle;
  }

  private static String name(String network) {
    return switch (network) {
      case "mastodon" -> "Mastodon";
      case "linkedin" -> "LinkedIn";
      case "xing" -> "XING";
      default -> network;
    };
  }
}
