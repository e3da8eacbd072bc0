package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Person;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The people of a mail whom its reader is connected with, as an address book reads them: a name,
 * and what each of them allows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350">vCard 4.0, RFC 6350</a>
 */
final class Cards {

  private Cards() {}

  /** Returns the cards of these people in one text, lines ended by CR LF. */
  static String of(List<Person.Known> people) {
    var text = new StringWriter();
    try (var cards = new VCardWriter(text, VCardVersion.V4_0)) {
      cards.setAddProdId(false);
      for (var person : new LinkedHashSet<>(people)) {
        cards.write(card(person));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A card could not be written to memory", e);
    }
    return text.toString();
  }

  private static VCard card(Person.Known person) {
    var card = new VCard();
    var name = Names.person(person.name());
    card.setFormattedName(name);
    card.setUid(new Uid("urn:uuid:" + person.id()));
    // Which part of a name is whose no one has told us.
    var structured = new StructuredName();
    structured.setFamily(name);
    card.setStructuredName(structured);
    var reach = person.reach();
    if (reach.email() != null) {
      card.addEmail(reach.email());
    }
    if (reach.phone() != null) {
      card.addTelephoneNumber(Names.line(reach.phone()));
    }
    if (reach.organisation() != null) {
      card.setOrganization(Names.line(reach.organisation()));
    }
    if (reach.title() != null) {
      card.addTitle(Names.line(reach.title()));
    }
    Reaching.pages(reach.profiles()).values().forEach(card::addUrl);
    return card;
  }
}
