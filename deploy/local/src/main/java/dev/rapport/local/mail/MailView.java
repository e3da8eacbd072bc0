package dev.rapport.local.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * A mail as a mail program reads it.
 *
 * @param headers all, in order, decoded
 * @param text the plain part, empty when there is none
 * @param html the HTML part, empty when there is none
 * @param attachments what comes beside the two
 */
public record MailView(
    List<Header> headers, String text, String html, List<Attachment> attachments) {

  /** A header line without its folding. */
  public record Header(String name, String value) {}

  /** A file in a mail. */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
  public record Attachment(String fileName, String type, byte[] bytes) {}

  public static MailView of(Mail mail) {
    try {
      var builder = new DefaultMessageBuilder();
      builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
      Message message = builder.parseMessage(new ByteArrayInputStream(mail.raw()));
      List<Header> headers = new ArrayList<>();
      for (Field field : message.getHeader().getFields()) {
        headers.add(new Header(field.getName(), decoded(field.getBody())));
      }
      var text = new StringBuilder();
      var html = new StringBuilder();
      List<Attachment> attachments = new ArrayList<>();
      collect(message, text, html, attachments);
      return new MailView(
          List.copyOf(headers), text.toString(), html.toString(), List.copyOf(attachments));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first header of that name, empty when there is none. */
  public String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  private static void collect(
      Entity entity, StringBuilder text, StringBuilder html, List<Attachment> attachments)
      throws IOException {
    if (entity.getBody() instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        collect(part, text, html, attachments);
      }
    } else if (isAttachment(entity) && entity.getBody() instanceof SingleBody body) {
      attachments.add(attachment(entity, body));
    } else if (entity.getBody() instanceof TextBody body) {
      boolean isHtml = entity.getMimeType().toLowerCase(Locale.ROOT).equals("text/html");
      (isHtml ? html : text).append(read(body));
    }
  }

  private static boolean isAttachment(Entity entity) {
    String type = entity.getMimeType().toLowerCase(Locale.ROOT);
    return "attachment".equalsIgnoreCase(entity.getDispositionType())
        || !(type.equals("text/plain") || type.equals("text/html"));
  }

  private static Attachment attachment(Entity entity, SingleBody body) throws IOException {
    String name = entity.getFilename();
    String safe = name == null ? "file" : name.replaceAll("[^A-Za-z0-9._ -]", "_");
    try (InputStream in = body.getInputStream()) {
      return new Attachment(safe, entity.getMimeType(), in.readAllBytes());
    }
  }

  private static String read(TextBody body) throws IOException {
    String name = body.getMimeCharset();
    boolean known = name != null && Charset.isSupported(name);
    try (InputStream in = body.getInputStream()) {
      return new String(in.readAllBytes(), known ? Charset.forName(name) : StandardCharsets.UTF_8);
    }
  }

  private static String decoded(String value) {
    String unfolded = value.replaceAll("\\r?\\n[ \\t]+", " ").strip();
    return DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT);
  }
}
