package dev.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every page, at a phone's and a desktop's width, in light and dark. */
class EveryPageIT {

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
              assertThat(walker.faults()).as(seen.name() + ", " + look.name()).isEmpty());
    }
  }
}
