package dev.rapport.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import dev.rapport.notification.model.Item;
import dev.rapport.notification.model.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails about people whom their reader is connected with. */
class ConnectedTest {

  private static final Instant MET = Instant.parse("2026-06-04T12:05:00Z");
  private static final UUID NOTIFICATION = UUID.fromString("c0000071-51d2-8c4e-9b7a-0f3e6d000071");
  private static final Event PYCON =
      new Event(
          UUID.randomUUID(),
          "PyCon",
          ZoneId.of("Europe/Vienna"),
          "PyCon",
          "hello@pycon.example",
          null,
          null);

  private static final Item.Manner WILLING = new Item.Manner(true, false, null, null);
  private static final Item.Manner AGAIN = new Item.Manner(false, true, null, null);
  private static final Item.Manner ACCEPTED = new Item.Manner(false, false, null, "accepted");

  private final Renderer renderer = new Renderer();

  private static Person.Known person(String name, String language, String... shares) {
    var consents =
        List.of(shares).stream().map(s -> new Person.Consent(s, null, true, MET)).toList();
    return new Person.Known(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        "x",
        name,
        "%s@mail.example".formatted(name.toLowerCase(Locale.ROOT)),
        Locale.forLanguageTag(language),
        ZoneId.of("Europe/London"),
        consents,
        new Person.Details(
            "+43 1 234",
            "Analytical Engines",
            "Engineer",
            Map.of(
                "mastodon", "ada@social.example", "linkedin", "https://linkedin.example/in/ada")),
        List.of());
  }

  private static Content.About about(Person.Known other, Item.Manner manner) {
    var meeting =
        new Item.Meeting(UUID.randomUUID(), PYCON.id(), MET, MET, "virtual", true, manner);
    return new Content.About(other.id(), meeting, other, PYCON);
  }

  private static Content content(Purpose purpose, String language, Content.About... about) {
    return new Content(
        NOTIFICATION,
        purpose,
        person("Ben", language),
        List.of(about),
        "<" + NOTIFICATION + "@notify.example>",
        "https://follow.example/a/token",
        "https://notify.example/u/token",
        "https://notify.example/my/link/token");
  }

  private Message mail(Content content) throws IOException {
    return new DefaultMessageBuilder()
        .parseMessage(new ByteArrayInputStream(renderer.render(content, MET).bytes()));
  }

  private static String text(Entity entity) throws IOException {
    if (entity.getBody() instanceof Multipart parts) {
      return text(parts.getBodyParts().getFirst());
    }
    try (var in = ((TextBody) entity.getBody()).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String card(Message mail) throws IOException {
    var parts = ((Multipart) mail.getBody()).getBodyParts();
    assertThat(parts).hasSize(2);
    assertThat(parts.get(1).getMimeType()).isEqualTo("text/vcard");
    assertThat(parts.get(1).getFilename()).isEqualTo("contacts.vcf");
    return text(parts.get(1));
  }

  @Test
  void both_willing_get_one_line_and_nothing_to_accept() throws IOException {
    var mail = mail(content(Purpose.INVITE, "en", about(person("Ada", "en"), WILLING)));
    assertThat(mail.getSubject()).isEqualTo("You and Ada are in touch");
    assertThat(text(mail))
        .contains("You both want to stay in touch. You met at PyCon on Thursday, 4 June 2026")
        .contains("act=not-met")
        .contains("act=block")
        .doesNotContain("act=accept", "act=decline", "Your address is not shown");
  }

  @Test
  void the_other_is_given_away_as_far_as_they_allow_it_and_no_further() throws IOException {
    var silent = mail(content(Purpose.INVITE, "en", about(person("Ada", "en"), WILLING)));
    assertThat(text(silent) + card(silent))
        .contains("FN:Ada")
        .doesNotContain("ada@mail.example", "+43", "Engines", "social.example", "linkedin");

    var address =
        mail(content(Purpose.INVITE, "en", about(person("Ada", "en", "shareEmail"), WILLING)));
    assertThat(text(address)).contains("E-mail: ada@mail.example").doesNotContain("+43");
    assertThat(card(address))
        .startsWith("BEGIN:VCARD\r\nVERSION:4.0")
        .contains("EMAIL:ada@mail.example")
        .doesNotContain("TEL", "ORG", "URL");

    var all = person("Ada", "en", "shareEmail", "sharePhone", "shareProfiles");
    var open = mail(content(Purpose.INVITE, "en", about(all, WILLING)));
    assertThat(text(open))
        .contains("Telephone: +43 1 234")
        .contains("Work: Engineer, Analytical Engines")
        .contains("Mastodon: https://social.example/@ada")
        .contains("LinkedIn: https://linkedin.example/in/ada");
    assertThat(card(open))
        .contains("TEL:+43 1 234")
        .contains("ORG:Analytical Engines")
        .contains("URL:https://social.example/@ada");
  }

  @Test
  void who_asks_is_not_given_away_beside_who_is_willing_anyway() throws IOException {
    var asking = person("Cora", "en", "shareEmail");
    var mail =
        mail(
            content(
                Purpose.INVITE,
                "en",
                about(person("Ada", "en", "shareEmail"), WILLING),
                about(asking, Item.Manner.PLAIN)));
    assertThat(mail.getSubject())
        .isEqualTo("Ada and one other you met at PyCon would like to stay in touch");
    assertThat(text(mail)).contains("to the others your address is not shown").contains("act=acc");
    assertThat(text(mail) + card(mail))
        .contains("ada@mail.example")
        .doesNotContain("cora@mail.example");
  }

  @Test
  void who_is_connected_already_is_greeted_again() throws IOException {
    var mail = mail(content(Purpose.INVITE, "en", about(person("Ada", "en"), AGAIN)));
    assertThat(text(mail)).contains("Good to see each other again").doesNotContain("act=accept");
  }

  @Test
  void an_owner_is_told_who_accepted_and_how_to_reach_them() throws IOException {
    var ada = person("Ada", "en", "shareEmail");
    var mail = mail(content(Purpose.LIST, "en", about(ada, ACCEPTED)));
    assertThat(mail.getSubject()).isEqualTo("Ada accepted");
    assertThat(text(mail))
        .contains("Ada accepted. Here is how to reach them.")
        .contains("E-mail: ada@mail.example")
        .doesNotContain("act=send", "Hi Ada");
    assertThat(card(mail)).contains("EMAIL:ada@mail.example");

    var both =
        mail(
            content(
                Purpose.LIST,
                "en",
                about(ada, ACCEPTED),
                about(person("Cora", "en"), Item.Manner.PLAIN)));
    assertThat(both.getSubject()).isEqualTo("PyCon: one person to follow up with");
    assertThat(text(both)).contains("there is news of people you met").contains("Hi Cora");
  }

  @Test
  void germans_read_german() throws IOException {
    var mail = mail(content(Purpose.INVITE, "de", about(person("Ada", "en"), WILLING)));
    assertThat(mail.getSubject()).isEqualTo("Sie und Ada sind in Kontakt");
    assertThat(text(mail)).contains("Sie möchten beide in Kontakt bleiben.");
    var list = mail(content(Purpose.LIST, "de", about(person("Ada", "en"), ACCEPTED)));
    assertThat(list.getSubject()).isEqualTo("Ada hat zugesagt");
  }

  @Test
  void the_same_mail_sent_again_has_the_same_bytes() {
    var content = content(Purpose.INVITE, "en", about(person("Ada", "en", "shareEmail"), WILLING));
    assertThat(renderer.render(content, MET).bytes())
        .isEqualTo(renderer.render(content, MET).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shall we talk about trains?",
        "<script>alert(1)</script>",
        "two\r\n.\r\nlines\nBcc: evil@mail.example",
        "\u202Eturned around"
      })
  void an_owners_own_line_is_one_line_of_text(String words) throws IOException {
    var manner = new Item.Manner(false, false, words, null);
    var mail = mail(content(Purpose.INVITE, "en", about(person("Ada", "en"), manner)));
    assertThat(text(mail)).contains("\"" + Names.sentence(words) + "\"");
    assertThat(Names.sentence(words)).doesNotContain("\n", "\r", "\u202E");
    var html = ((Multipart) mail.getBody()).getBodyParts().get(1);
    assertThat(text(html)).doesNotContain("<script");
  }
}
