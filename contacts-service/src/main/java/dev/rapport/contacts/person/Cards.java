package dev.rapport.contacts.person;

import dev.rapport.access.Fields;
import dev.rapport.access.Problem;
import dev.rapport.contacts.person.Wishes.Channel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what people put on their cards. Others see it, so an address of a page must be the
 * network's own.
 */
public final class Cards {

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{1,48}");

  private static final Pattern HANDLE =
      Pattern.compile(
          "@?([A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@([A-Za-z0-9.-]+(?::[0-9]{1,5})?)");

  private Cards() {}

  /** A telephone number. */
  public static @Nullable String phone(String field, @Nullable String phone) {
    if (phone == null || phone.isEmpty() || PHONE.matcher(phone).matches()) {
      return phone;
    }
    throw Problem.field(
        field, "is no telephone number", "digits, spaces and ( ) / . -, like +43 1 000000");
  }

  /** A line that is shown to others, without links. */
  public static @Nullable String line(String field, @Nullable String text) {
    return text == null || text.isEmpty() ? text : Fields.name(field, text);
  }

  /** A handle; a leading at sign is left out. */
  public static @Nullable String mastodon(String field, @Nullable String handle) {
    if (handle == null || handle.isEmpty()) {
      return handle;
    }
    var parts = HANDLE.matcher(handle);
    if (handle.length() > 200 || !parts.matches()) {
      throw Problem.field(field, "is no handle", "user@server");
    }
    return parts.group(1) + "@" + parts.group(2).toLowerCase(Locale.ROOT);
  }

  /** A page on this network's own site. */
  public static @Nullable String page(String field, @Nullable String address, String site) {
    if (address == null || address.isEmpty()) {
      return address;
    }
    var host = host(Fields.line(field, address, 300));
    if (host == null || !(host.equals(site) || host.endsWith("." + site))) {
      throw Problem.field(
          field, "is no profile page of " + site, "an address like https://www." + site + "/…");
    }
    return address;
  }

  /** The channels of these names, in their order. */
  public static @Nullable List<Channel> channels(String field, @Nullable List<String> words) {
    if (words == null) {
      return null;
    }
    var channels = new ArrayList<Channel>();
    for (var word : words) {
      var channel = channel(field, Fields.required(field, word));
      if (channels.contains(channel)) {
        throw Problem.field(field, "names a channel twice", "each at most once");
      }
      channels.add(channel);
    }
    return List.copyOf(channels);
  }

  private static Channel channel(String field, String word) {
    for (var channel : Channel.values()) {
      if (channel.name().equals(word)) {
        return channel;
      }
    }
    throw Problem.field(
        field, "names no known channel", "email, platform, mastodon, linkedin or xing");
  }

  private static @Nullable String host(String address) {
    try {
      var uri = URI.create(address);
      var plain = "https".equals(uri.getScheme()) && uri.getUserInfo() == null;
      return plain && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
