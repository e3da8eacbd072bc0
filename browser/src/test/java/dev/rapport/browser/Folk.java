package dev.rapport.browser;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Who lives in {@link Town}, and what they agreed to when they registered. */
final class Folk {

  static final String LABEL = "town";

  /** They scan every reader, and the platform writes in their names. */
  static final List<String> OWNERS = List.of("Ada", "Chi", "Dan");

  /** Who gets their invites; Jo reads German. Each test takes some of its own. */
  static final List<String> READERS =
      List.of("Ben", "Eva", "Gus", "Ida", "Jo", "Kim", "Lea", "Mia", "Nia", "Ned");

  /** Whose own pages are looked at: there is something on each of them. */
  static final String SHOWN = "Uma";

  /** Works through pages of her own in the tests. */
  static final String BUSY = "Vic";

  /** Reads and writes German, and has pages like {@link #BUSY}. */
  static final String GERMAN = "Yan";

  /** Whom those three met; Rui wants no invitations. */
  static final List<String> FRIENDS = List.of("Olu", "Pia", "Rui", "Sam", "Tea");

  /** Whom Uma met, too, and blocks. */
  static final String BLOCKED = "Xan";

  /** A sensor saw Uma near Wes, and neither said that they met. */
  static final String NEAR = "Wes";

  /** Is welcomed to the fair, and has met nobody. */
  static final String NEW = "Zoe";

  /** Everything that can be agreed to, but that the platform may write in one's name. */
  private static final List<String> ALMOST_ALL =
      List.of(
          "receiveInvitations",
          "beNamed",
          "beIntroduced",
          "introduceOthers",
          "beSensed",
          "shareEmail",
          "sharePhone",
          "shareProfiles",
          "nurture");

  private Folk() {}

  static List<String> all() {
    return Stream.of(OWNERS, READERS, FRIENDS, List.of(SHOWN, BUSY, GERMAN, BLOCKED, NEAR, NEW))
        .flatMap(List::stream)
        .toList();
  }

  static String id(String name) {
    return LABEL + "-" + name;
  }

  /** The words that find a person's mails on the reading page. */
  static String address(String name) {
    return name.toLowerCase(Locale.ROOT) + "@town.example";
  }

  static Map<String, Object> person(String name, Instant at) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("person", id(name));
    person.put("name", name);
    person.put("email", address(name));
    person.put("locale", name.equals("Jo") || name.equals(GERMAN) ? "de" : "en");
    person.put("zone", "UTC");
    if (!OWNERS.contains(name) && !READERS.contains(name)) {
      person.put("phone", "+43 660 " + (1_000_000 + name.hashCode()));
      person.put(
          "profiles",
          Map.of(
              "mastodon", name.toLowerCase(Locale.ROOT) + "@social.example",
              "linkedin", "https://www.linkedin.com/in/" + name.toLowerCase(Locale.ROOT)));
      person.put("interests", List.of("open data", "cities"));
      person.put("seeks", List.of("translation"));
      person.put("offers", List.of("teaching"));
    }
    person.put("consents", agreed(name).stream().map(purpose -> consent(purpose, at)).toList());
    return person;
  }

  private static List<String> agreed(String name) {
    if (OWNERS.contains(name) || READERS.contains(name)) {
      return List.of("writeInMyName", "receiveInvitations");
    }
    return switch (name) {
      case "Rui", NEW -> List.of();
      case "Olu" -> List.of("writeInMyName", "receiveInvitations", "shareEmail", "sharePhone");
      default -> ALMOST_ALL;
    };
  }

  private static Map<String, Object> consent(String purpose, Instant at) {
    return Map.of(
        "purpose",
        purpose,
        "given",
        true,
        "at",
        at.toString(),
        "source",
        "registration form",
        "wording",
        "I agree");
  }
}
