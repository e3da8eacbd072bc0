package dev.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every page, at a phone's and a desktop's width, in light and dark. */
class EveryPageIT {

  /** From text enlarged fourfold on a desktop (WCAG 1.4.10) to a large screen. */
  private static final List<Integer> WIDTHS = List.of(320, 360, 480, 600, 768, 1024, 1920);

  private static final int MOST_STOPS = 60;

  static final List<Sight> SIGHTS = Sight.ALL;

  private static Chromium chromium;
  private static Tour tour;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    Town.it().awaitMail("Mia", Sight.LIST);
    tour = new Tour(Town.it().place(), chromium);
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @FieldSource("SIGHTS")
  void a_page_is_without_fault_in_every_look(Sight sight) {
    for (var look : Look.ALL) {
      tour.show(
          sight,
          look,
          (seen, walker) ->
              assertThat(walker.check().faults()).as(seen.name() + ", " + look.name()).isEmpty());
    }
  }

  @ParameterizedTest
  @FieldSource("SIGHTS")
  void a_page_fits_every_width_and_shows_where_the_focus_is(Sight sight) {
    tour.show(
        sight,
        Look.DESKTOP,
        (seen, walker) -> {
          assertThat(walker.check().tooNarrow(WIDTHS)).as(seen.name() + ", too narrow").isEmpty();
          assertThat(walker.check().focusUnseen(MOST_STOPS)).as(seen.name()).isEmpty();
        });
  }
}
