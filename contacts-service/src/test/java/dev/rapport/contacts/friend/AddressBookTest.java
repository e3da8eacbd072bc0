package dev.rapport.contacts.friend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.friend.Line.Part;
import dev.rapport.contacts.friend.Line.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AddressBookTest {

  @Test
  void a_vcard_4_says_who_somebody_is() {
    var line =
        only(
            """
            BEGIN:VCARD
            VERSION:4.0
            UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
            FN:Mira Okafor
            EMAIL:mira@example.org
            TEL;VALUE=uri:tel:+43-1-000000;ext=5
            ORG:Example Ltd;Trains
            TITLE:Engineer
            URL:https://social.example/@mira
            URL:http://www.linkedin.com/in/mira
            NOTE:Likes\\ntrains
            CATEGORIES:school,choir
            END:VCARD
            """);
    var friend = friend(line);
    assertThat(friend.key().kind()).isEqualTo(Friend.Key.Kind.uid);
    assertThat(friend.name()).isEqualTo("Mira Okafor");
    assertThat(friend.email()).isEqualTo("mira@example.org");
    assertThat(friend.card().phone()).isEqualTo("+43-1-000000");
    assertThat(friend.card().organisation()).isEqualTo("Example Ltd");
    assertThat(friend.card().mastodon()).isEqualTo("mira@social.example");
    assertThat(friend.card().linkedin()).isEqualTo("https://www.linkedin.com/in/mira");
    assertThat(friend.notes()).isEqualTo("Likes\ntrains");
    assertThat(friend.tags()).containsExactly("school", "choir");
    assertThat(line.leftOut()).isEmpty();
  }

  @Test
  void older_vcards_are_read_too_and_an_agent_is_nobody() {
    var lines =
        lines(
            """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Anna
            TEL;HOME:0664 / 123 45
            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            FN:The Agent
            END:VCARD
            EMAIL;INTERNET:anna@example.org
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:Ben Ito
            item1.EMAIL;type=INTERNET:ben@example.org
            END:VCARD
            """);
    assertThat(lines).extracting(Line::name).containsExactly("Anna Müller", "Ben Ito");
    assertThat(friend(lines.getFirst()).email()).isEqualTo("anna@example.org");
    assertThat(friend(lines.getLast()).key()).isEqualTo(Friend.Key.address("ben@example.org"));
  }

  @Test
  void what_cannot_be_taken_is_left_out_or_refused_and_harms_no_neighbour() {
    var lines =
        lines(
            """
            BEGIN:VCARD
            FN:https://evil.example
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:Win at evil.com
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:Dr.Kim
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:Never Closed
            EMAIL:not an address
            TEL:call me
            BEGIN:VCARD
            VERSION:3.0
            EMAIL:nameless@example.org
            END:VCARD
            garbage
            BEGIN:VCARD
            VERSION:3.0
            X-ADDRESSBOOKSERVER-KIND:group
            FN:The choir
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:%s
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:<b>Good</b>
            END:VCARD
            """
                .formatted("x".repeat(201)));
    assertThat(lines)
        .extracting(Line::result)
        .containsExactly(
            Result.link,
            Result.link,
            Result.added,
            Result.added,
            Result.noName,
            Result.group,
            Result.longName,
            Result.added);
    assertThat(lines.get(3).leftOut()).containsExactly(Part.email, Part.phone);
    assertThat(lines.getLast().name()).isEqualTo("<b>Good</b>");
  }

  @Test
  void connections_of_linkedin_come_after_some_notes() {
    var lines =
        lines(
            """
            Notes:
            "When exporting your connection data, you may notice that some email addresses are missing."

            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Mira,Okafor,https://www.linkedin.com/in/mira/,,"Example, Ltd",Engineer,12 Mar 2021
            Ben,Ito,https://www.linkedin.com/in/ben,ben@example.org,=cmd(),,01 Jan 2020
            ,,https://www.linkedin.com/in/nobody,,,,01 Jan 2020
            Cid
            """);
    assertThat(lines)
        .extracting(Line::result)
        .containsExactly(Result.added, Result.added, Result.noName, Result.added);
    var mira = friend(lines.getFirst());
    assertThat(mira.name()).isEqualTo("Mira Okafor");
    assertThat(mira.card().organisation()).isEqualTo("Example, Ltd");
    assertThat(mira.key()).isEqualTo(Friend.Key.page("https://www.linkedin.com/in/mira"));
    assertThat(friend(lines.getLast()).key()).isEqualTo(Friend.Key.name("cid"));
  }

  @Test
  void a_quote_that_nobody_closes_ends_with_the_file() {
    var lines =
        lines(
            """
            First Name,Last Name,URL
            Mira,Okafor,
            Ben "the",Ito,
            "Cid,Open,
            Dan,Lost,
            """);
    assertThat(lines).extracting(Line::name).contains("Mira Okafor", "Ben \"the\" Ito");
  }

  @Test
  void what_is_no_address_book_is_told_apart() {
    assertThat(AddressBook.of("Dear Sir".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(AddressBook.Unknown.class);
    assertThat(AddressBook.of(new byte[0])).isInstanceOf(AddressBook.Unknown.class);
    assertThat(AddressBook.of("BEGIN:VCARD\nFN:Jürgen".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(AddressBook.NoText.class);
    assertThat(lines("\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\nEND:VCARD\r\n")).hasSize(1);
  }

  @Test
  @Timeout(20)
  void a_file_that_is_made_to_harm_does_not() {
    var nested = "BEGIN:VCARD\n".repeat(170_000);
    assertThat(AddressBook.of(nested.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            AddressBook.Read.class,
            book -> {
              assertThat(book.lines()).hasSize(AddressBook.MOST);
              assertThat(book.cut()).isTrue();
            });
    var agents = "BEGIN:VCARD\nFN:A\n" + "AGENT:\nBEGIN:VCARD\n".repeat(100_000);
    assertThat(lines(agents)).hasSizeLessThanOrEqualTo(AddressBook.MOST);
    for (var line : List.of("TEL:1", "EMAIL:a@b.example", "FN:x", "NOTE:x", "CATEGORIES:x")) {
      var many = "BEGIN:VCARD\nVERSION:3.0\nFN:Many\n" + (line + "\n").repeat(9_000);
      assertThat(lines(many + "END:VCARD\n")).hasSize(1);
    }
    assertThat(only("BEGIN:VCARD\n" + "X:1\n".repeat(20_000)).result()).isEqualTo(Result.tooLarge);
    var unfolded = "BEGIN:VCARD\nVERSION:3.0\nFN:Long\nNOTE:" + "x\n ".repeat(9_000);
    assertThat(only(unfolded).leftOut()).containsExactly(Part.notes);
    var parameters = "BEGIN:VCARD\nVERSION:3.0\nFN" + ";A=B".repeat(50_000) + ":P\nEND:VCARD";
    assertThat(lines(parameters)).hasSize(1);
    var commas = "BEGIN:VCARD\nVERSION:3.0\nFN:C\nCATEGORIES:" + "a,".repeat(100_000);
    assertThat(friend(only(commas)).tags()).containsExactly("a");
    var columns = "First Name,Last Name,URL" + ",X".repeat(200_000) + "\nMira,Okafor,\n";
    assertThat(lines(columns)).hasSize(1);
    var quotes = "First Name,Last Name,URL\n" + "\"".repeat(500_001);
    assertThat(lines(quotes)).hasSizeLessThanOrEqualTo(1);
  }

  private static Line only(String text) {
    var lines = lines(text);
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private static List<Line> lines(String text) {
    return switch (AddressBook.of(text.getBytes(StandardCharsets.UTF_8))) {
      case AddressBook.Read read -> read.lines();
      case AddressBook.NoText() -> throw new AssertionError("No text");
      case AddressBook.Unknown() -> throw new AssertionError("Unknown");
    };
  }

  private static Friend friend(Line line) {
    return Objects.requireNonNull(line.friend());
  }
}
