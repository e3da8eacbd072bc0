package dev.rapport.contacts.takeout;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The forms in which contacts are taken home. */
enum Format {
  /** vCard 4.0 (RFC 6350): an address book reads it. */
  vcf("text/vcard;charset=UTF-8"),
  /** RFC 4180: a spreadsheet reads it. */
  csv("text/csv;charset=UTF-8"),
  /** All that the others hold, for programs. */
  json("application/json");

  private final MediaType type;

  Format(String type) {
    this.type = MediaType.valueOf(type);
  }

  MediaType type() {
    return type;
  }

  byte[] write(List<Taken> contacts, JsonMapper json) {
    var text =
        switch (this) {
          case vcf -> cards(contacts);
          case csv -> table(contacts);
          case json -> json.writeValueAsString(contacts);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String cards(List<Taken> contacts) {
    return Ezvcard.write(contacts.stream().map(Format::card).toList())
        .version(VCardVersion.V4_0)
        .prodId(false)
        .go();
  }

  private static VCard card(Taken contact) {
    var card = new VCard(VCardVersion.V4_0);
    card.setUid(new Uid("urn:uuid:" + contact.contact()));
    card.setFormattedName(contact.name());
    if (contact.email() != null) {
      card.addEmail(contact.email());
    }
    if (contact.phone() != null) {
      card.addTelephoneNumber(contact.phone());
    }
    if (contact.organisation() != null) {
      card.setOrganization(contact.organisation());
    }
    if (contact.title() != null) {
      card.addTitle(contact.title());
    }
    if (contact.mastodon() != null) {
      var parts = contact.mastodon().split("@", 2);
      card.addUrl("https://" + parts[1] + "/@" + parts[0]);
    }
    if (contact.linkedin() != null) {
      card.addUrl(contact.linkedin());
    }
    if (contact.xing() != null) {
      card.addUrl(contact.xing());
    }
    if (!contact.tags().isEmpty()) {
      card.setCategories(contact.tags().toArray(String[]::new));
    }
    if (contact.notes() != null) {
      card.addNote(contact.notes());
    }
    for (var met : contact.met()) {
      card.addNote(line(met));
    }
    return card;
  }

  private static String table(List<Taken> contacts) {
    var text = new StringWriter();
    var format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "name",
                "email",
                "phone",
                "organisation",
                "title",
                "mastodon",
                "linkedin",
                "xing",
                "connected",
                "tags",
                "notes",
                "met",
                "lastMet",
                "friend")
            // In a spreadsheet whose separator is another, only what is quoted stays in its cell.
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();
    try (var table = new CSVPrinter(text, format)) {
      for (var contact : contacts) {
        table.printRecord(
            plain(contact.name()),
            plain(contact.email()),
            contact.phone(),
            plain(contact.organisation()),
            plain(contact.title()),
            plain(contact.mastodon()),
            plain(contact.linkedin()),
            plain(contact.xing()),
            contact.connected(),
            plain(String.join(", ", contact.tags())),
            plain(contact.notes()),
            plain(contact.met().stream().map(Format::line).collect(Collectors.joining("; "))),
            contact.lastMet(),
            contact.friend());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A table could not be written to memory", e);
    }
    return text.toString();
  }

  private static String line(Taken.Met met) {
    return "%s, %s (%s)"
        .formatted(Objects.requireNonNullElse(met.event(), "?"), met.last(), met.how());
  }

  /** A name that a spreadsheet would take for a formula is a text (OWASP, CSV injection). */
  private static @Nullable String plain(@Nullable String text) {
    return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
