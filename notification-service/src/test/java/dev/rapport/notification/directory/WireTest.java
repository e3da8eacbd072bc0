package dev.rapport.notification.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the contracts, as this service reads them. */
class WireTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static <T> T read(String example, Class<T> type) throws IOException {
    try (var in = WireTest.class.getResourceAsStream("/contracts/examples/" + example)) {
      return JSON.treeToValue(JSON.readTree(Objects.requireNonNull(in)).get("value"), type);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "both-consents",
        "registered-again",
        "withdrawn-consent",
        "without-address-or-zone"
      })
  void people_are_understood(String example) throws IOException {
    var person = read("person-changed/" + example + ".json", PersonChanged.class);
    assertThat(person.person()).isNotNull();
    assertThat(person.name()).isNotBlank();
    assertThat(person.consents()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancelled-with-its-own-policy",
        "closed",
        "ended-by-hand",
        "following-up",
        "open",
        "planned"
      })
  void events_are_understood(String example) throws IOException {
    var event = read("event-changed/" + example + ".json", EventChanged.class);
    assertThat(event.sender().address()).isEqualTo("hello@congress.example");
    assertThat(event.zone()).isEqualTo("Europe/Vienna");
  }
}
