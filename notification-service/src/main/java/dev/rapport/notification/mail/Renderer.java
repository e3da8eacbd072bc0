package dev.rapport.notification.mail;

import dev.rapport.notification.directory.Event;
import dev.rapport.notification.directory.Person;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.springframework.stereotype.Component;

/**
 * Renders a mail into the bytes that go over the wire. Everything that varies passes {@link Names}
 * or an encoder, so that no name can end a header; lines stay under 998 bytes (RFC 5322).
 */
@Component
public class Renderer {

  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final TemplateEngine html =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "dev.rapport.notification.templates.html");
  private final TemplateEngine text =
      TemplateEngine.createPrecompiled(
          null, ContentType.Plain, null, "dev.rapport.notification.templates.text");

  /**
   * Renders it.
   *
   * @param date the event time of the last check before the wire
   */
  public Mail render(Content content, Instant date) {
    var head = new Head(Letters.from(content), content.messageId(), content.notification(), date);
    return mail(
        Letters.of(content),
        content.recipient(),
        content.event(),
        head,
        Letters.connected(content),
        new RawField("List-Unsubscribe", "<" + content.unsubscribe() + ">"),
        new RawField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        new RawField("X-Rapport-Notification", content.notification().toString()));
  }

  /** Renders a mail that its recipient has just asked for. */
  public Mail render(FreshLink link, Instant date) {
    var event = link.event();
    var head = new Head(Names.line(event.name()), link.messageId(), link.id(), date);
    return mail(Letters.of(link), link.recipient(), event, head, List.of());
  }

  /** Renders it for somebody who wants to see it before anything goes out. */
  public Sample sample(Content content) {
    var letter = Letters.of(content);
    return new Sample(Letters.from(content), letter.subject(), text(letter), html(letter));
  }

  /** What differs from mail to mail in its header. */
  private record Head(String from, String messageId, UUID id, Instant date) {}

  private Mail mail(
      Letter letter,
      Person.Known to,
      Event event,
      Head head,
      List<Person.Known> cards,
      RawField... more) {
    var sender = event.senderAddress();
    var recipient = to.email();
    if (recipient == null || !Addresses.isValid(recipient) || !Addresses.isValid(sender)) {
      throw new IllegalArgumentException("A mail has two valid addresses; check them first");
    }
    try {
      var builder =
          Message.Builder.of()
              .setField(Fields.version("1.0"))
              .setField(Fields.from(mailbox(head.from(), sender)))
              .setField(Fields.to(mailbox(Names.person(to.name()), recipient)))
              .setField(Fields.replyTo(mailbox(Names.line(event.senderName()), sender)))
              .setField(Fields.subject(letter.subject()))
              .setField(Fields.messageId(head.messageId()))
              .setField(Fields.date("Date", Date.from(head.date()), UTC))
              .setField(new RawField("Auto-Submitted", "auto-generated"))
              .setBody(body(letter, cards, head))
              // After the body, whose builder draws a random boundary: the same mail, the same
              // bytes.
              .setField(type(cards.isEmpty() ? "alternative" : "mixed", head));
      for (var field : more) {
        builder.setField(field);
      }
      var bytes = new ByteArrayOutputStream(8_192);
      new DefaultMessageWriter().writeMessage(builder.build(), bytes);
      return new Mail(sender, recipient, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("A mail could not be written to memory", e);
    }
  }

  /** The text in two forms, and the cards of those whom its reader is connected with. */
  private Multipart body(Letter letter, List<Person.Known> cards, Head head) throws IOException {
    var text =
        MultipartBuilder.create("alternative")
            .addBodyPart(part(text(letter), "plain"))
            .addBodyPart(part(html(letter), "html"))
            .build();
    if (cards.isEmpty()) {
      return text;
    }
    return MultipartBuilder.create("mixed")
        .addBodyPart(BodyPartBuilder.create().setBody(text).setField(type("alternative", head)))
        .addBodyPart(
            BodyPartBuilder.create()
                .setContentTransferEncoding("quoted-printable")
                .setBody(Cards.of(cards), "vcard", StandardCharsets.UTF_8)
                .setContentDisposition("attachment", "contacts.vcf"))
        .build();
  }

  private static Field type(String subtype, Head head) {
    var boundary = "=_%s_%s".formatted(subtype.charAt(0), head.id());
    return Fields.contentType("multipart/" + subtype, new NameValuePair("boundary", boundary));
  }

  private String html(Letter letter) {
    var output = new StringOutput();
    html.render("letter.jte", letter, output);
    return output.toString();
  }

  private String text(Letter letter) {
    var output = new StringOutput();
    text.render("letter.jte", letter, output);
    return output.toString();
  }

  private static BodyPartBuilder part(String body, String subtype) throws IOException {
    return BodyPartBuilder.create()
        .setContentTransferEncoding("quoted-printable")
        .setBody(body.replace("\n", "\r\n"), subtype, StandardCharsets.UTF_8);
  }

  private static Mailbox mailbox(String name, String address) {
    var at = address.indexOf('@');
    return new Mailbox(name, address.substring(0, at), address.substring(at + 1));
  }
}
