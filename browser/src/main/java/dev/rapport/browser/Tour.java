package dev.rapport.browser;

import com.microsoft.playwright.options.Cookie;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Shows every sight in some looks; who needs a session opens one once. */
public final class Tour {

  private final Place place;
  private final Chromium chromium;
  private final Map<Sight.Whose, List<Cookie>> sessions = new EnumMap<>(Sight.Whose.class);

  public Tour(Place place, Chromium chromium) {
    this.place = place;
    this.chromium = chromium;
  }

  /** Opens a page, and hands over what is shown. */
  public void show(Sight sight, Look look, BiConsumer<Sight, Walker> then) {
    try (var context = chromium.as(look)) {
      context.addCookies(sessions.computeIfAbsent(sight.whose(), this::opened));
      var walker = new Walker(place, context);
      sight.way().accept(walker);
      then.accept(sight, walker);
    }
  }

  private List<Cookie> opened(Sight.Whose whose) {
    if (whose == Sight.Whose.ANYBODY) {
      return List.of();
    }
    try (var context = chromium.as(Look.DESKTOP)) {
      var walker = new Walker(place, context);
      if (whose == Sight.Whose.ORGANISER) {
        walker.openOrganisersPage();
      } else {
        walker.openPagesOf(place.attendee().isEmpty() ? Sight.LIST : place.attendee());
      }
      return context.cookies();
    }
  }
}
