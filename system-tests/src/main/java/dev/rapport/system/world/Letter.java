package dev.rapport.system.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail as a mail program reads it.
 *
 * @param arrived machine time at which the server had all of it
 * @param recipients envelope recipients in lower case
 * @param link the page behind its answer links, without a preselected item; none in other mails
 * @param unsubscribe what a mail program posts to when told to stop these (RFC 8058)
 * @param items the follow-ups that its own links name
 * @param shown all that it is about, by id: the follow-ups, and what needs no answer
 * @param traces what it says about where people can be reached, in all of its parts
 */
public record Letter(
    Instant arrived,
    List<String> recipients,
    String messageId,
    Instant date,
    UUID notification,
    String purpose,
    @Nullable URI link,
    @Nullable URI unsubscribe,
    Set<UUID> items,
    Set<UUID> shown,
    Set<String> traces) {

  private static final UUID NO_NOTIFICATION = new UUID(0, 0);

  private static final Pattern LINK =
      Pattern.compile(
          "(https?://[^\\s\"'<>()]+/(?:a|welcome)/([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+))");
  private static final Pattern ITEM = Pattern.compile("[?&;]item=([0-9a-fA-F-]{36})");
  private static final Pattern SHOWN = Pattern.compile("data-item=\"([0-9a-fA-F-]{36})\"");
  private static final Pattern BRACKETED = Pattern.compile("<(https?://[^>]+)>");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Whether somebody asked for it a moment ago: a link to their own pages. */
  public boolean isFreshLink() {
    return notification.equals(NO_NOTIFICATION);
  }

  /** Reads a mail from its bytes on the wire. */
  public static Letter read(byte[] raw, Instant arrived, Collection<String> recipients) {
    try {
      DefaultMessageBuilder builder = new DefaultMessageBuilder();
      builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
      Message message = builder.parseMessage(new ByteArrayInputStream(raw));
      StringBuilder text = new StringBuilder();
      collect(message, text);
      return read(message, text.toString(), arrived, recipients);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Letter read(
      Message message, String text, Instant arrived, Collection<String> recipients) {
    Matcher link = LINK.matcher(text);
    boolean linked = link.find();
    JsonNode claims = linked ? claims(link.group(2)) : JSON.createObjectNode();
    Set<UUID> items = new LinkedHashSet<>();
    Matcher item = ITEM.matcher(text.replace("&amp;", "&"));
    while (item.find()) {
      items.add(UUID.fromString(item.group(1)));
    }
    String header = header(message, "X-Rapport-Notification");
    Set<UUID> shown = new LinkedHashSet<>(items);
    Matcher entry = SHOWN.matcher(text);
    while (entry.find()) {
      shown.add(UUID.fromString(entry.group(1)));
    }
    URI unsubscribe = unsubscribe(message);
    String notification = header.isEmpty() ? claims.path("nid").asString("") : header;
    return new Letter(
        arrived,
        recipients.stream().map(r -> r.toLowerCase(Locale.ROOT)).toList(),
        message.getMessageId(),
        message.getDate().toInstant(),
        notification.isEmpty() ? NO_NOTIFICATION : UUID.fromString(notification),
        linked ? claims.path("pur").asString("") : purpose(unsubscribe),
        linked ? URI.create(link.group(1)) : null,
        unsubscribe,
        items,
        shown,
        Traces.in(headers(message) + text));
  }

  /** Of a mail without such a link: what one can unsubscribe from by it. */
  private static String purpose(@Nullable URI unsubscribe) {
    String path = unsubscribe == null ? "" : unsubscribe.getPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    return token.split("\\.", -1).length == 3 ? claims(token).path("pur").asString("") : "";
  }

  private static @Nullable URI unsubscribe(Message message) {
    Matcher where = BRACKETED.matcher(header(message, "List-Unsubscribe"));
    boolean oneClick =
        header(message, "List-Unsubscribe-Post").equalsIgnoreCase("List-Unsubscribe=One-Click");
    return oneClick && where.find() ? URI.create(where.group(1)) : null;
  }

  private static String headers(Message message) {
    StringBuilder headers = new StringBuilder();
    for (Field field : message.getHeader()) {
      headers.append(field.getBody()).append('\n');
    }
    return headers.toString();
  }

  private static String header(Message message, String name) {
    Field field = message.getHeader().getField(name);
    return field == null ? "" : field.getBody().trim();
  }

  private static void collect(Entity entity, StringBuilder text) throws IOException {
    if (entity.getBody() instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        collect(part, text);
      }
    } else if (entity.getBody() instanceof TextBody body) {
      text.append(decode(body, body.getMimeCharset())).append('\n');
    }
  }

  private static String decode(SingleBody body, @Nullable String charset) throws IOException {
    try (InputStream in = body.getInputStream()) {
      return new String(
          in.readAllBytes(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }
  }

  /** The claims of an action token are readable by anyone; only its signature proves them. */
  private static JsonNode claims(String token) {
    String payload = token.split("\\.", -1)[1];
    return JSON.readTree(Base64.getUrlDecoder().decode(payload));
  }
}
