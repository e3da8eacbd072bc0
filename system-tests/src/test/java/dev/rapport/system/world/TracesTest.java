package dev.rapport.system.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracesTest {

  @Test
  void addresses_numbers_profiles_and_marked_notes_are_found_in_whatever_form() {
    assertThat(
            Traces.in(
                """
                Write to Ann@People.example, or ben&#64;people.example.
                TEL;VALUE=uri:tel:+43-660-0000001
                <a href="https://www.linkedin.com/in/person-7">Cem</a> @dora@social.example
                private-note-x-12 and nothing else
                """))
        .containsExactlyInAnyOrder(
            "ann@people.example",
            "ben@people.example",
            "+436600000001",
            "linkedin.com/in/person-7",
            "dora@social.example",
            "private-note-x-12");
  }

  @Test
  void a_long_line_of_a_vcard_is_read_as_one() {
    assertThat(Traces.in("EMAIL:ann@peo\r\n ple.example\r\n"))
        .containsExactly("ann@people.example");
  }

  @Test
  void what_is_compared_has_one_form() {
    assertThat(Traces.plain("+43 660 0000001")).isEqualTo("+436600000001");
    assertThat(Traces.plain("Person7@Social.example")).isEqualTo("person7@social.example");
  }
}
