package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperlinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.com",
        "EVIL.COM",
        "evil.Com",
        "Evil.Com",
        "evil.com.",
        "evil.co.uk",
        "evil.example",
        "Ada (evil.com)",
        "evil.com,Ada",
        "evil.com-Ada",
        "evil.com_1",
        "evil.com.Ada",
        "a_evil.com",
        "Ada's evil.com!",
        "t.co",
        "about.me",
        "http:evil.com",
        "💩.la",
        "x.Com.evil.com",
        "192.0.2.7"
      })
  void a_host_is_a_link_whatever_stands_around_it(String name) {
    assertThat(Hyperlinks.isInName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "пример.рф",
        "ПРИМЕР.РФ",
        "例え.みんな",
        "उदाहरण.भारत",
        "xn--e1afmkfd.xn--p1ai",
        "XN--X.XN--P1AI"
      })
  void a_host_is_one_in_any_script(String name) {
    assertThat(Hyperlinks.isInName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil。com",
        "evil．com",
        "evil｡com",
        "evil\u2024com",
        "ｅｖｉｌ．ｃｏｍ",
        "evil⒈com",
        "пример。рф",
        "evil。example/x",
        "https：//x"
      })
  void what_looks_like_a_dot_is_one(String name) {
    assertThat(Hyperlinks.isInName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil\u200b.com",
        "evil.\u2060com",
        "evil.c\u00adom",
        "evil\ufe0f.com",
        "evil.com\u200bAda",
        "evil.\u202ecom",
        "ev\ufeffil.com\u200d",
        "www\u200b.evil"
      })
  void what_is_not_seen_hides_nothing(String name) {
    assertThat(Hyperlinks.isInName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J.R.R. Tolkien",
        "J.R.R.Tolkien",
        "St.John",
        "Dr.Kim",
        "DR.KIM",
        "Prof.Dr.Li",
        "Dr.med.Li",
        "Dr.h.c.Kim",
        "Mrs.Ma",
        "Q.Ng",
        "Z.Wang",
        "H.-J.Li",
        "J.Li-Smith",
        "\"Dr.Kim\"",
        "(Th.Li)",
        "Ada Li, M.Sc.",
        "B.Sc.Hons",
        "Dipl.-Ing. Ada",
        "Dipl.Ing.Ada",
        "Jr.",
        "P.M",
        "M.D.",
        "J.de Vries",
        "Ma.de Lourdes",
        "G.la Porta",
        "M.sc.",
        "Cand.med. Li",
        "O'Neil",
        "Jean-Luc.M",
        "И.Иванов",
        "د.محمد",
        "モーニング娘。",
        "می\u200cخواهم",
        "Ada…Li",
        "Ada .Li",
        "Version 2.0",
        "@ Home",
        "..."
      })
  void initials_and_titles_before_a_name_are_no_host(String name) {
    assertThat(Hyperlinks.isInName(name)).isFalse();
  }

  /** Nobody is called so in a passport; the refusal says that a space helps. */
  @ParameterizedTest
  @ValueSource(strings = {"min.kim", "Min.Kim", "dr.kim", "ada.li", "j.de", "mag.de"})
  void a_name_that_is_written_like_a_host_is_taken_for_one(String name) {
    assertThat(Hyperlinks.isInName(name)).isTrue();
    assertThat(Hyperlinks.isInName(name.replace(".", ". "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil[.]com", "evil. com", "evil (dot) com", "evil .com", "Node.js", "a.b.c"})
  void what_no_program_makes_a_link_of_is_none(String text) {
    assertThat(Hyperlinks.isIn(text)).isFalse();
    assertThat(Hyperlinks.broken(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.com, evil. com",
    "Dr.Kim, Dr. Kim",
    "X.Com and co.uk., X. Com and co. uk.",
    "evil。com, evil. com",
    "https://www.evil.example/x, https: //www. evil. example/x",
    "boss@bank.example, boss@bank. example",
    "192.0.2.7, 192. 0. 2. 7",
  })
  void a_broken_link_can_be_read_but_not_followed(String text, String broken) {
    assertThat(Hyperlinks.broken(text)).isEqualTo(broken);
    assertThat(Hyperlinks.isIn(broken)).isFalse();
  }

  @Test
  void what_is_not_seen_does_not_mend_a_broken_link() {
    assertThat(Hyperlinks.broken("evil\u200b.\u2060com")).isEqualTo("evil. com");
  }

  @Test
  void a_host_alone_is_not_spelled_out() {
    assertThat(Hyperlinks.isSpelledOut("Booking.com")).isFalse();
    assertThat(Hyperlinks.isSpelledOut("Booking.com/x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Node.js/TypeScript", ".NET/Azure", "e.g./i.e.", "v1.2/beta"})
  void a_slash_after_what_is_no_host_spells_nothing_out(String topic) {
    assertThat(Hyperlinks.isSpelledOut(topic)).isFalse();
  }
}
