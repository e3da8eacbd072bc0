package dev.rapport.notification.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

  @ParameterizedTest
  @CsvSource({
    "mastodon.example,mastodon.example",
    " Mastodon.Example ,mastodon.example",
    "https://mastodon.example/@ada,mastodon.example",
    "@ada@mastodon.example,mastodon.example",
    "münchen.example,xn--mnchen-3ya.example"
  })
  void what_people_type_names_a_server(String typed, String name) {
    assertThat(Server.of(typed, false)).isEqualTo(new Server(name, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mastodon",
        "localhost",
        "localhost:80",
        "127.0.0.1",
        "127.0.0.1:80",
        "[::1]",
        "0x7f.1",
        "2130706433",
        "10.0.0.1",
        "a.example:8080",
        "a.example?x",
        "a.example#x",
        "a b.example",
        "-a.example",
        "a..example",
        "https://a.example:443@10.0.0.1",
        "a.1",
        "a.example.\u0000"
      })
  void addresses_ports_and_nonsense_do_not(String typed) {
    assertThat(Server.of(typed, false)).isNull();
  }

  @Test
  void nor_does_what_is_longer_than_any_name() {
    assertThat(Server.of("ü".repeat(2_000) + ".example", false)).isNull();
  }

  @Test
  void this_machine_is_named_with_its_port_where_that_is_allowed() {
    var server = Server.of("localhost:8001", true);
    assertThat(server).isEqualTo(new Server("localhost:8001", true));
    assertThat(new Server("localhost:8001", true).at("/x")).hasToString("http://localhost:8001/x");
    assertThat(new Server("a.example", false).at("/x")).hasToString("https://a.example/x");
    assertThat(Server.of("10.0.0.1:8001", true)).isNull();
  }

  @Test
  void a_handle_is_meant_by_its_full_name_or_by_its_own_server() {
    var handle = Handle.of("@Ada@Mastodon.Example");
    assertThat(handle).isEqualTo(new Handle("Ada", "mastodon.example"));
    var ada = new Handle("ada", "mastodon.example");
    assertThat(ada.is("ada@mastodon.example", "other.example")).isTrue();
    assertThat(ada.is("ada", "mastodon.example")).isTrue();
    assertThat(ada.is("ada", "other.example")).isFalse();
    assertThat(ada.is("ada@evil.example", "mastodon.example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "@ada", "ada@", "a da@x.example", "ada@x/y", "a@b@c"})
  void what_is_no_handle_is_none(String text) {
    assertThat(Handle.of(text)).isNull();
  }
}
