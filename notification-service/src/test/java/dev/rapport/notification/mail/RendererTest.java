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
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {

  private static final Instant MET = Instant.parse("2026-06-04T12:05:00Z");
  private static final Instant DATE = Instant.parse("2026-06-07T09:30:15Z");
  private static final UUID NOTIFICATION = UUID.fromString("c0000071-51d2-8c4e-9b7a-0f3e6d000071");
  private static final Event PYCON =
      new Event(
          UUID.randomUUID(),
          "PyCon",
          ZoneId.of("Europe/Vienna"),
          "PyCon Team",
          "hello@pycon.example",
          null,
          null);

  private final Renderer renderer = new Renderer();

  private static Person.Known person(String name, String language, ZoneId zone) {
    return new Person.Known(
        UUID.randomUUID(),
        "x",
        name,
        "ben@mail.example",
        Locale.forLanguageTag(language),
        zone,
        List.of());
  }

  private static Person.Known person(String name) {
    return person(name, "en", ZoneId.of("Europe/London"));
  }

  private static Content content(Purpose purpose, Person.Known recipient, List<String> others) {
    return content(purpose, recipient, PYCON, others);
  }

  private static Content content(
      Purpose purpose, Person.Known recipient, Event event, List<String> others) {
    var about =
        others.stream()
            .map(
                name ->
                    new Content.About(
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        new Item.Meeting(
                            UUID.randomUUID(), event.id(), MET, MET, "faceToFace", true),
                        person(name),
                        event))
            .toList();
    return new Content(
        NOTIFICATION,
        purpose,
        recipient,
        about,
        "<" + NOTIFICATION + "@notify.example>",
        "https://follow.example/a/token",
        "https://notify.example/u/token",
        "https://notify.example/my/link/token");
  }

  private String raw(Content content) {
    return new String(renderer.render(content, DATE).bytes(), StandardCharsets.ISO_8859_1);
  }

  private static Message parsed(String raw) throws IOException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    return builder.parseMessage(
        new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String part(Message message, int index) throws IOException {
    var body = ((Multipart) message.getBody()).getBodyParts().get(index).getBody();
    try (var in = ((TextBody) body).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void an_invite_says_who_where_and_when_in_the_recipients_zone() throws IOException {
    var message = parsed(raw(content(Purpose.INVITE, person("Ben"), List.of("Ada"))));
    assertThat(message.getSubject()).isEqualTo("Ada would like to stay in touch");
    assertThat(message.getMessageId()).isEqualTo("<" + NOTIFICATION + "@notify.example>");
    assertThat(message.getDate()).isEqualTo(DATE);
    assertThat(message.getFrom().get(0).getName()).isEqualTo("Ada via PyCon");
    assertThat(message.getFrom().get(0).getAddress()).isEqualTo("hello@pycon.example");
    assertThat(message.getReplyTo().flatten()).hasSize(1);
    assertThat(message.getReplyTo().flatten().get(0).getName()).isEqualTo("PyCon Team");
    assertThat(message.getReplyTo().flatten().get(0).getAddress()).isEqualTo("hello@pycon.example");
    assertThat(message.getHeader().getField("List-Unsubscribe").getBody())
        .isEqualTo("<https://notify.example/u/token>");
    assertThat(message.getHeader().getField("List-Unsubscribe-Post").getBody())
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(message.getHeader().getField("Auto-Submitted").getBody())
        .isEqualTo("auto-generated");
    assertThat(message.getHeader().getField("X-Rapport-Notification").getBody())
        .isEqualTo(NOTIFICATION.toString());
    for (var text : List.of(part(message, 0), part(message, 1))) {
      assertThat(text)
          .contains("You met at PyCon on Thursday, 4 June 2026 at 13:05 (BST), face to face.")
          .contains("act=accept")
          .contains("https://notify.example/my/link/token")
          .contains("act=decline")
          .contains("act=not-met")
          .contains("act=block");
    }
    assertThat(message.getMimeType()).isEqualTo("multipart/alternative");
  }

  @Test
  void a_welcome_asks_in_the_recipients_language_and_names_nobody_else() throws IOException {
    var german =
        parsed(
            raw(
                content(
                    Purpose.WELCOME,
                    person("Ada", "de", ZoneId.of("Europe/Vienna")),
                    List.of("Ada"))));
    assertThat(german.getSubject())
        .isEqualTo("PyCon: Wie möchten Sie, dass man sich bei Ihnen meldet?");
    assertThat(german.getFrom().get(0).getName()).isEqualTo("PyCon");
    assertThat(part(german, 0)).contains("Guten Tag Ada,").contains("angemeldet für PyCon");
    var english = parsed(raw(content(Purpose.WELCOME, person("Ada"), List.of("Ada", "Ada 2"))));
    for (var text : List.of(part(english, 0), part(english, 1))) {
      assertThat(text)
          .contains("you are registered for PyCon.")
          .contains("Choose how you want to be followed up")
          .contains("https://follow.example/a/token")
          .doesNotContain("Ada 2", "1970");
    }
  }

  @Test
  void the_same_mail_sent_again_has_the_same_bytes() {
    var content = content(Purpose.INVITE, person("Ben"), List.of("Ada"));
    assertThat(raw(content)).isEqualTo(raw(content));
  }

  @Test
  void a_list_goes_out_in_the_events_name_with_a_draft_for_each() throws IOException {
    var message = parsed(raw(content(Purpose.LIST, person("Ada"), List.of("Ben", "Cora"))));
    assertThat(message.getFrom().get(0).getName()).isEqualTo("PyCon");
    assertThat(message.getSubject()).isEqualTo("PyCon: 2 people to follow up with");
    assertThat(part(message, 0))
        .contains("Hi Ben, it was good to meet you at PyCon. Shall we stay in touch? Ada")
        .contains("Hi Cora,")
        .contains("act=done")
        .contains("act=send")
        .contains("act=waive")
        .contains("act=not-met");
  }

  @Test
  void german_recipients_get_german() throws IOException {
    var recipient = person("Jürgen", "de-AT", ZoneId.of("Europe/Vienna"));
    var message = parsed(raw(content(Purpose.INVITE, recipient, List.of("Ada", "Ben"))));
    assertThat(message.getSubject())
        .isEqualTo("Ada und eine weitere Person von PyCon möchten in Kontakt bleiben");
    assertThat(part(message, 0)).contains("Guten Tag Jürgen,").contains("persönlich");
    assertThat(part(message, 1))
        .contains("lang=\"de\"")
        .contains("Donnerstag, 4. Juni 2026, 14:05 Uhr");
  }

  @Test
  void of_thirty_people_twenty_five_are_shown_and_the_rest_is_behind_the_link() throws IOException {
    var names = IntStream.rangeClosed(1, 30).mapToObj(i -> "Person " + i).toList();
    var message = parsed(raw(content(Purpose.INVITE, person("Ben"), names)));
    assertThat(part(message, 1).split("data-item=", -1)).hasSize(26);
    assertThat(part(message, 0))
        .contains("Person 25")
        .doesNotContain("Person 26")
        .contains("5 more: see and answer all 30 on one page");
    assertThat(message.getSubject()).startsWith("Person 1 and 29 others");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada\r\nBcc: victim@mail.example",
        "Ada\nX-Injected: yes",
        "Ada\rBcc: victim@mail.example",
        "Ada\u2028Bcc: victim@mail.example",
        "Ada\u0085Bcc: victim@mail.example",
        "Ada\" <evil@mail.example>, \"",
        "=?utf-8?q?Ada=0D=0ABcc:_victim@mail.example?=",
        "Ada\0\u0007\u001b[31m",
        "\r\n.\r\nMAIL FROM:<evil@mail.example>"
      })
  void no_name_can_end_a_header_or_add_a_recipient(String name) throws IOException {
    for (var content :
        List.of(
            content(Purpose.INVITE, person("Ben"), List.of(name)),
            content(Purpose.LIST, person(name), List.of("Ben")),
            content(
                Purpose.LIST,
                person("Ben"),
                new Event(PYCON.id(), name, PYCON.zone(), name, PYCON.senderAddress(), null, null),
                List.of("Cora")))) {
      var raw = raw(content);
      var message = parsed(raw);
      assertThat(message.getHeader().getFields())
          .extracting(field -> field.getName())
          .containsExactlyInAnyOrder(
              "MIME-Version",
              "From",
              "To",
              "Reply-To",
              "Subject",
              "Message-ID",
              "Date",
              "List-Unsubscribe",
              "List-Unsubscribe-Post",
              "Auto-Submitted",
              "X-Rapport-Notification",
              "Content-Type");
      assertThat(message.getTo().flatten()).hasSize(1);
      assertThat(message.getFrom()).hasSize(1);
      assertThat(message.getTo().flatten().get(0).getAddress()).isEqualTo("ben@mail.example");
      assertThat(message.getFrom().get(0).getAddress()).isEqualTo("hello@pycon.example");
      wellFormed(raw);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "בן לוי",
        "محمد",
        "😀 Ada 👩‍💻",
        "\u202Eevil\u202C",
        "=?utf-8?q?Win_at_http=3A//evil.example/=E2=80=AE?=",
        "=\u200F?utf-8?q?http=3A//evil.example?=",
        "Łukasz Żółć",
        "\uD83D",
        "李小龍"
      })
  void names_of_all_scripts_come_through(String name) throws IOException {
    var raw = raw(content(Purpose.INVITE, person(name), List.of(name)));
    wellFormed(raw);
    var message = parsed(raw);
    assertThat(message.getSubject()).startsWith(Names.person(name));
    assertThat(part(message, 1)).contains("<bdi>" + Names.person(name) + "</bdi>");
    assertThat(message.getSubject()).doesNotContain("\u202E");
  }

  /** Of such names the first was refused at the door, or came in before it was. */
  @ParameterizedTest
  @CsvSource({
    "evil.com, evil. com",
    "win at https://evil.example/x, win at https: //evil. example/x",
    "evil。com, evil. com",
    "ev\u200bil.com, evil. com",
    "Dr.Kim, Dr. Kim",
    "St.John, St.John"
  })
  void no_name_becomes_a_link_anywhere_in_a_mail(String name, String shown) throws IOException {
    for (var purpose : List.of(Purpose.INVITE, Purpose.LIST)) {
      var raw = raw(content(purpose, person(name), List.of(name)));
      wellFormed(raw);
      var message = parsed(raw);
      assertThat(part(message, 0)).contains(shown);
      assertThat(part(message, 1)).contains("<bdi>" + shown + "</bdi>");
      assertThat(message.getTo().flatten().get(0).getName()).isEqualTo(shown);
    }
  }

  @Test
  void a_name_of_ten_thousand_characters_is_cut() throws IOException {
    var raw = raw(content(Purpose.INVITE, person("a".repeat(10_000)), List.of("😀".repeat(5_000))));
    wellFormed(raw);
    assertThat(parsed(raw).getSubject()).startsWith("😀".repeat(79) + "…");
    assertThat(raw.length()).isLessThan(20_000);
  }

  @Test
  void names_are_text_in_html() throws IOException {
    var name = "<img src=x onerror=alert(1)>\"'&";
    var html = part(parsed(raw(content(Purpose.LIST, person(name), List.of(name)))), 1);
    assertThat(html).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b@c",
        "ada @mail.example",
        "ada@mail.example\r\nRCPT TO:<evil@mail.example>",
        "<ada@mail.example>",
        "ada@mail.example> SIZE=1",
        "\"ada\"@mail.example",
        "jürgen@mail.example",
        "ada@mäil.example",
        "ada@mail.example\0",
        "ada,ben@mail.example",
        ".ada@mail.example",
        "ada@-mail.example"
      })
  void an_address_that_a_server_could_misread_is_none(String address) {
    assertThat(Addresses.isValid(address)).isFalse();
  }

  private static void wellFormed(String raw) {
    assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    for (var line : raw.split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(998);
      assertThat(line.chars()).allMatch(c -> c < 128 && (c >= 32 || c == '\t'));
    }
  }
}
