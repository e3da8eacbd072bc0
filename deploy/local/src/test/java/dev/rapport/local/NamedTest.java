package dev.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.local.process.SetupFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTest {

  @Test
  void what_is_blank_names_nothing() {
    assertThat(Named.checked("RAPPORT_SMTP", null, Named.ADDRESS, "host:port")).isNull();
    assertThat(Named.checked("RAPPORT_SMTP", " ", Named.ADDRESS, "host:port")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.example.org:25", "127.0.0.1:2525", "[::1]:25"})
  void an_address_is_taken_as_it_is(String address) {
    assertThat(Named.checked("RAPPORT_SMTP", address, Named.ADDRESS, "host:port"))
        .isEqualTo(address);
  }

  @Test
  void a_cluster_has_several_addresses() {
    assertThat(Named.checked("RAPPORT_KAFKA", "a:1,b:2", Named.ADDRESSES, "host:port"))
        .isEqualTo("a:1,b:2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.example.org", "mail.example.org:", ":25", "a b:25", "a:1,b:2"})
  void what_is_no_address_is_told_in_a_sentence(String wrong) {
    assertThatThrownBy(() -> Named.checked("RAPPORT_SMTP", wrong, Named.ADDRESS, "host:port"))
        .isInstanceOf(SetupFailure.class)
        .hasMessage("RAPPORT_SMTP is not host:port; set it so, or unset it.");
  }

  @Test
  void a_connection_string_takes_a_database_and_its_password_is_not_repeated() {
    assertThat(MongoUri.withDatabase("mongodb://u:p@h:1/admin?ssl=true", "contacts"))
        .isEqualTo("mongodb://u:p@h:1/contacts?ssl=true");
    assertThatThrownBy(
            () -> Named.checked("RAPPORT_MONGODB_URI", "u:secret@h", MongoUri.SHAPE, "mongodb://…"))
        .hasMessageNotContaining("secret");
  }
}
