package dev.rapport.followup.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\n\t"})
  void nothing_is_no_line(@Nullable String text) {
    assertThat(OwnWords.of(text)).isNull();
  }

  @Test
  void it_becomes_one_line() {
    assertThat(OwnWords.of("  Thank you\r\nfor the\u2028talk! "))
        .isEqualTo("Thank you for the talk!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Let's talk about e.g. trains, 3.5 hours long.",
        "Schöne Grüße aus Köln! Bis bald … u. a. in Wien.",
        "Kafka & MongoDB: 10/10",
        "Z.B. am 3.Mai, i.d.R. um 5."
      })
  void what_leads_nowhere_is_kept(String text) {
    assertThat(OwnWords.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See https://evil.example",
        "see www.evil",
        "write to ana@mail.example",
        "find me at evil.example/x",
        "follow @ana",
        "ana@social",
        "bücher.example",
        "t.co/abc",
        "evil。com",
        "evil．com",
        "ev\u200bil.\u2060com",
        "HTTP://EVIL"
      })
  void what_leads_somewhere_is_refused(String text) {
    assertThatThrownBy(() -> OwnWords.of(text))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.slug()).isEqualTo("words-with-link"));
  }

  @Test
  void more_than_three_hundred_characters_are_refused() {
    assertThat(OwnWords.of("😀".repeat(300))).hasSize(600);
    assertThatThrownBy(() -> OwnWords.of("a".repeat(301)))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.slug()).isEqualTo("words-too-long");
              assertThat(p).hasMessageContaining("301").hasMessageContaining("300");
            });
  }
}
