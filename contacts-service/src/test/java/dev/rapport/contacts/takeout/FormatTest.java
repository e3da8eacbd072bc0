package dev.rapport.contacts.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.meeting.ContactMet;
import ezvcard.Ezvcard;
import ezvcard.VCardVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {

  private static final Instant NOON = Instant.parse("2026-09-16T12:00:00Z");
  private static final Taken BEN =
      new Taken(
          new UUID(8, 1),
          "=Ben, \"the\" Ünal",
          "ben@mail.example",
          "+43 1 000000",
          "Example",
          "Engineer",
          "ben@social.example",
          null,
          null,
          true,
          "Line one\nline two; and, more",
          List.of("kafka", "old friend"),
          List.of(new Taken.Met("Congress", NOON, ContactMet.How.faceToFace)),
          NOON,
          false);

  @Test
  void an_address_book_reads_the_cards() {
    var cards = Ezvcard.parse(text(Format.vcf)).all();
    assertThat(cards).hasSize(1);
    var card = cards.getFirst();
    assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
    assertThat(card.validate(VCardVersion.V4_0)).isEmpty();
    assertThat(card.getFormattedName().getValue()).isEqualTo("=Ben, \"the\" Ünal");
    assertThat(card.getEmails().getFirst().getValue()).isEqualTo("ben@mail.example");
    assertThat(card.getCategories().getValues()).containsExactly("kafka", "old friend");
    assertThat(card.getNotes().getFirst().getValue()).isEqualTo("Line one\nline two; and, more");
    assertThat(card.getUrls().getFirst().getValue()).isEqualTo("https://social.example/@ben");
  }

  @Test
  void a_spreadsheet_takes_no_name_for_a_formula() {
    assertThat(text(Format.csv))
        .startsWith("\"name\",\"email\",\"phone\",")
        .contains("\"'=Ben, \"\"the\"\" Ünal\",\"ben@mail.example\",\"+43 1 000000\",")
        .contains("Congress, 2026-09-16T12:00:00Z (faceToFace)");
  }

  @Test
  void a_program_gets_all_of_it() {
    assertThat(text(Format.json)).contains("\"connected\":true", "\"event\":\"Congress\"");
  }

  private static String text(Format format) {
    var bytes = format.write(List.of(BEN), JsonMapper.builder().build());
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
