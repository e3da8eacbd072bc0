package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "李小龙",
        "نور الدين",
        "Zoë 🎉",
        "O'Neill-Åberg, Jr.",
        "St.John @ Booking.com"
      })
  void names_of_the_whole_world_are_taken(String name) {
    assertThat(Fields.name("name", name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Ada\r\nBcc: x@y.z",
        "Ada\u0000",
        "a\u2028b",
        "see https://x.y",
        "Win at evil.example/x",
        "boss@bank.example",
        "\ud83c"
      })
  void names_that_break_a_line_or_carry_a_link_are_refused(String name) {
    refused(() -> Fields.name("name", name), "name");
  }

  @Test
  void organisations_are_called_like_hosts_and_people_are_not() {
    assertThat(Fields.name("organisation", "Booking.com")).isEqualTo("Booking.com");
    refused(() -> Fields.personName("name", "Booking.com"), "a space after it");
    assertThat(Fields.personName("name", "Dr.Kim")).isEqualTo("Dr.Kim");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void an_identifier_that_no_path_can_name_is_refused(String id) {
    refused(() -> Fields.externalId("person", id), "person");
  }

  @Test
  void a_name_of_ten_thousand_characters_is_refused() {
    refused(() -> Fields.name("name", "a".repeat(10_000)), "10000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", "a.b+c@sub.example.co", "x@localhost"})
  void mail_addresses_are_taken(String address) {
    assertThat(Fields.address("email", address)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada", "@example.org", "ada@", "a b@example.org", "ada@example.org\r\nRCPT TO:<x@y>",
        "<ada@example.org>", "ada@exa_mple.org", "a..b@example.org", "ädä@example.org", "ada@-x.org"
      })
  void what_is_no_address_or_carries_commands_is_refused(String address) {
    refused(() -> Fields.address("email", address), "email");
  }

  @Test
  void a_time_needs_its_offset() {
    assertThat(Fields.instant("at", "2026-06-04T10:00:00+02:00"))
        .isEqualTo(Instant.parse("2026-06-04T08:00:00Z"));
    refused(() -> Fields.instant("at", "2026-06-04T10:00:00"), "offset");
    refused(() -> Fields.instant("at", null), "missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "1999-12-31T23:59:59Z",
        "2200-01-01T00:00:01Z"
      })
  void a_time_that_no_store_can_hold_or_no_event_is_at_is_refused(String time) {
    refused(() -> Fields.instant("at", time), "out of bounds");
  }

  @Test
  void a_zone_is_one_of_the_iana_database() {
    assertThat(Fields.zone("zone", "Europe/Paris").getId()).isEqualTo("Europe/Paris");
    assertThat(Fields.zone("zone", "UTC").getId()).isEqualTo("UTC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+02:00", "UTC+2", "Z", "Europe/Nowhere", ""})
  void an_offset_is_no_zone_for_it_knows_no_summer_time(String zone) {
    refused(() -> Fields.zone("zone", zone), "IANA");
  }

  private static void refused(ThrowingCallable call, String said) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("invalid-field"))
        .hasMessageContaining(said);
  }
}
