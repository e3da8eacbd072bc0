package dev.rapport.notification.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
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
    var letter = Letters.of(content);
    var sender = content.event().senderAddress();
    var recipient = content.recipient().email();
    if (recipient == null || !Addresses.isValid(recipient) || !Addresses.isValid(sender)) {
      throw new IllegalArgumentException("A mail has two valid addresses; check them first");
    }
    try {
      var message =
          Message.Builder.of()
              .setField(Fields.version("1.0"))
              .setField(Fields.from(mailbox(Letters.from(content), sender)))
              .setField(Fields.to(mailbox(Names.line(content.recipient().name()), recipient)))
              .setField(Fields.replyTo(mailbox(Names.line(content.event().senderName()), sender)))
              .setField(Fields.subject(letter.subject()))
              .setField(Fields.messageId(content.messageId()))
              .setField(Fields.date("Date", Date.from(date), UTC))
              .setField(new RawField("List-Unsubscribe", "<" + content.unsubscribe() + ">"))
              .setField(new RawField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
              .setField(new RawField("Auto-Submitted", "auto-generated"))
              .setField(new RawField("X-Rapport-Notification", content.notification().toString()))
              .setBody(body(letter, content))
              // After the body, whose builder draws a random boundary: the same mail, the same
              // bytes.
              .setField(type(content))
              .build();
      var bytes = new ByteArrayOutputStream(8_192);
      new DefaultMessageWriter().writeMessage(message, bytes);
      return new Mail(sender, recipient, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("A mail could not be written to memory", e);
    }
  }

  private Multipart body(Letter letter, Content content) throws IOException {
    var text =
        MultipartBuilder.create("alternative")
            .addBodyPart(part(text(letter), "plain"))
            .addBodyPart(part(html(letter), "html"))
            .build();
    var connected = Letters.connected(content);
    if (connected.isEmpty()) {
      return text;
    }
    var cards =
        BodyPartBuilder.create()
            .setContentTransferEncoding("quoted-printable")
            .setBody(Cards.of(connected), "vcard", StandardCharsets.UTF_8)
            .setContentDisposition("attachment", "contacts.vcf");
    return MultipartBuilder.create("mixed")
        .addBodyPart(BodyPartBuilder.create().setBody(text).setField(type("alternative", content)))
        .addBodyPart(cards)
        .build();
  }

  private static Field type(Content content) {
    return Letters.connected(content).isEmpty()
        ? type("alternative", content)
        : type("mixed", content);
  }

  private static Field type(String subtype, Content content) {
    var boundary = "=_%s_%s".formatted(subtype.charAt(0), content.notification());
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
