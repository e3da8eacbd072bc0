package dev.rapport.contacts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.Problem;
import dev.rapport.contacts.report.ReportBodies.ReportBody;
import dev.rapport.messaging.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportRequestTest {

  private static final Ids IDS = new Ids("a test's installation key, long enough");
  private static final String NOON = "2026-09-16T12:00:00Z";

  @Test
  void the_same_moment_in_another_zone_is_the_same_body_and_the_same_key() {
    var here = body("ada", "bob", null, NOON).read();
    var there = body("ada", "bob", null, "2026-09-16T14:00:00+02:00").read();
    assertThat(there.body(IDS)).isEqualTo(here.body(IDS));
    assertThat(there.key()).isEqualTo(here.key());
  }

  @Test
  void a_contact_and_a_badge_of_the_same_text_are_two_bodies() {
    assertThat(body("ada", "bob", null, NOON).read().body(IDS))
        .isNotEqualTo(body("ada", null, "bob", NOON).read().body(IDS));
  }

  @Test
  void whom_they_met_is_named_exactly_once() {
    assertRefused(body("ada", null, null, NOON), "both missing");
    assertRefused(body("ada", "bob", "B-1", NOON), "both there");
  }

  @Test
  void a_time_without_a_zone_is_refused() {
    assertRefused(body("ada", "bob", null, "2026-09-16T12:00:00"), "offset");
  }

  @Test
  void control_characters_are_refused_and_right_to_left_text_is_not() {
    assertRefused(body("ada\r\nX: y", "bob", null, NOON), "control character");
    assertThat(body("عادة", "bob", null, NOON).read().reporter()).isEqualTo("عادة");
  }

  private static void assertRefused(ReportBody body, String because) {
    assertThatThrownBy(body::read).isInstanceOf(Problem.class).hasMessageContaining(because);
  }

  private static ReportBody body(
      String reporter, @Nullable String contact, @Nullable String badge, String at) {
    return new ReportBody(null, reporter, contact, badge, "faceToFace", at);
  }
}
