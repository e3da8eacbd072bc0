package dev.rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventBodyTest {

  private static final String STARTS = "2026-06-04T10:00:00+02:00";
  private static final String ENDS = "2026-06-05T18:00:00+02:00";
  private static final EventBody.SenderBody SENDER =
      new EventBody.SenderBody("The congress", "hello@congress.example");

  @Test
  void a_complete_body_is_taken_with_the_defaults() {
    var details = body("Congress", STARTS, ENDS, "Europe/Paris", SENDER, null).details();
    assertThat(details.dates().starts()).isEqualTo(Instant.parse("2026-06-04T08:00:00Z"));
    assertThat(details.policy()).isEqualTo(Policy.DEFAULT);
  }

  @Test
  void names_of_all_scripts_are_taken() {
    for (var name : List.of("🎉🎊", "مؤتمر سنوي", "年次総会", "a".repeat(200))) {
      assertThat(body(name, STARTS, ENDS, "UTC", SENDER, null).details().name()).isEqualTo(name);
    }
  }

  @Test
  void names_that_break_a_line_or_a_mail_are_refused() {
    for (var name :
        List.of(
            "",
            "  ",
            "a\r\nBcc: x@y.example",
            "a\u0000",
            "a\tb",
            "a".repeat(201),
            "\u2028x",
            "\ud800")) {
      refused("name", body(name, STARTS, ENDS, "UTC", SENDER, null));
    }
    refused("name", body(null, STARTS, ENDS, "UTC", SENDER, null));
  }

  @Test
  void times_without_a_zone_are_refused() {
    for (var time : List.of("2026-06-04T10:00:00", "2026-06-04", "yesterday", "", "1780000000")) {
      refused("starts", body("Congress", time, ENDS, "UTC", SENDER, null));
      refused("ends", body("Congress", STARTS, time, "UTC", SENDER, null));
    }
  }

  @Test
  void an_event_has_to_end_after_it_starts_within_a_year() {
    refused("ends", body("Congress", STARTS, STARTS, "UTC", SENDER, null));
    refused("ends", body("Congress", ENDS, STARTS, "UTC", SENDER, null));
    refused("ends", body("Congress", STARTS, "2027-06-08T00:00:00Z", "UTC", SENDER, null));
    refused("starts", body("Congress", "1999-01-01T00:00:00Z", ENDS, "UTC", SENDER, null));
    refused("ends", body("Congress", STARTS, "+999999999-01-01T00:00:00Z", "UTC", SENDER, null));
  }

  @Test
  void zones_have_to_be_of_the_database() {
    for (var zone : List.of("Europe/Atlantis", "+02:00", "UTC+2", "", "paris", "Z")) {
      refused("zone", body("Congress", STARTS, ENDS, zone, SENDER, null));
    }
    refused("zone", body("Congress", STARTS, ENDS, null, SENDER, null));
  }

  @Test
  void a_sender_address_that_carries_commands_is_refused() {
    for (var address :
        List.of(
            "none",
            "a@b@c",
            "a@b.example\r\nRCPT TO:<x@y.example>",
            "a@b.example>\nDATA",
            "<a@b.example>",
            "\"a b\"@c.example",
            "a@-b.example",
            "ä@b.example",
            "a".repeat(65) + "@b.example")) {
      var sender = new EventBody.SenderBody("Us", address);
      refused("sender.address", body("Congress", STARTS, ENDS, "UTC", sender, null));
    }
  }

  @Test
  void a_sender_name_with_a_link_or_a_line_break_is_refused() {
    for (var name : List.of("https://win.example", "Us\r\nX: y")) {
      var sender = new EventBody.SenderBody(name, "us@here.example");
      refused("sender.name", body("Congress", STARTS, ENDS, "UTC", sender, null));
    }
    refused("sender", body("Congress", STARTS, ENDS, "UTC", null, null));
  }

  @Test
  void a_policy_takes_a_subset_and_fills_in_the_rest() {
    var policy = policy("P3D", null, null, null, "18:30", 1, 3).policy();
    assertThat(policy.followUpWithin()).isEqualTo(Duration.ofDays(3));
    assertThat(policy.lateGrace()).isEqualTo(Duration.ofDays(1));
    assertThat(policy.wakingTo()).hasToString("18:30");
    assertThat(policy.listDays()).containsExactly(1, 3);
  }

  @Test
  void a_policy_out_of_bounds_is_refused() {
    refused("policy.followUpWithin", policy("PT1H", null, null, null, null));
    refused("policy.followUpWithin", policy("P31D", null, null, null, null));
    refused("policy.followUpWithin", policy("P1M", null, null, null, null));
    refused("policy.followUpWithin", policy("-P7D", null, null, null, null));
    refused("policy.lateGrace", policy(null, "P8D", null, null, null));
    refused("policy.reportsUntil", policy(null, null, "P91D", null, null));
    refused("policy.wakingFrom", policy(null, null, null, "9:00", null));
    refused("policy.wakingFrom", policy(null, null, null, "25:00", null));
    refused("policy.wakingTo", policy(null, null, null, "09:00", "10:59"));
    refused("policy.wakingTo", policy(null, null, null, "21:00", "09:00"));
    refused("policy.listDays", policy(null, null, null, null, null, 2, 1));
    refused("policy.listDays", policy(null, null, null, null, null, -1));
    refused("policy.listDays", policy(null, null, null, null, null, 31));
    refused("policy.listDays", policy(null, null, null, null, null, 2.5));
    refused(
        "policy.listDays", policy(null, null, null, null, null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    refused("policy.listDays", policy(null, null, null, null, null, (Number) null));
  }

  @Test
  void sensed_nearness_takes_between_20_seconds_and_4_hours() {
    assertThat(sensed("PT20S").policy().sensedAtLeast()).isEqualTo(Duration.ofSeconds(20));
    assertThat(sensed(null).policy().sensedAtLeast()).isEqualTo(Duration.ofMinutes(1));
    refused("policy.sensedAtLeast", sensed("PT19S"));
    refused("policy.sensedAtLeast", sensed("PT5H"));
    refused("policy.sensedAtLeast", sensed("a minute"));
  }

  private static PolicyBody sensed(@Nullable String least) {
    return new PolicyBody(null, null, null, null, null, null, least);
  }

  private static PolicyBody policy(
      @Nullable String within,
      @Nullable String grace,
      @Nullable String until,
      @Nullable String from,
      @Nullable String to,
      @Nullable Number... days) {
    return new PolicyBody(
        within, grace, until, from, to, days.length == 0 ? null : Arrays.asList(days), null);
  }

  private static EventBody body(
      @Nullable String name,
      @Nullable String starts,
      @Nullable String ends,
      @Nullable String zone,
      EventBody.@Nullable SenderBody sender,
      @Nullable PolicyBody policy) {
    return new EventBody(name, starts, ends, zone, sender, policy);
  }

  private static void refused(String field, PolicyBody policy) {
    refused(field, body("Congress", STARTS, ENDS, "UTC", SENDER, policy));
  }

  private static void refused(String field, EventBody body) {
    assertThatThrownBy(body::details)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("invalid-field"))
        .hasMessageContaining("'" + field + "'");
  }
}
