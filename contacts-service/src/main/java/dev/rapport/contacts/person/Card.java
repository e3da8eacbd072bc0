package dev.rapport.contacts.person;

import org.jspecify.annotations.Nullable;

/**
 * What is on a person's card. Null is not said, an empty text is taken back; stored ones hold no
 * empty texts.
 *
 * @param mastodon the handle, {@code user@server}
 * @param linkedin the profile page's address
 * @param xing the profile page's address
 */
public record Card(
    @Nullable String phone,
    @Nullable String organisation,
    @Nullable String title,
    @Nullable String mastodon,
    @Nullable String linkedin,
    @Nullable String xing) {

  /** What is left of it when telephone, or all else, is not to be shown. */
  public Card shown(boolean withPhone, boolean withProfiles) {
    return new Card(
        withPhone ? phone : null,
        withProfiles ? organisation : null,
        withProfiles ? title : null,
        withProfiles ? mastodon : null,
        withProfiles ? linkedin : null,
        withProfiles ? xing : null);
  }

  /** Nothing said. */
  public static final Card NONE = new Card(null, null, null, null, null, null);

  Card over(Card before) {
    return new Card(
        said(phone, before.phone),
        said(organisation, before.organisation),
        said(title, before.title),
        said(mastodon, before.mastodon),
        said(linkedin, before.linkedin),
        said(xing, before.xing));
  }

  boolean hasProfiles() {
    return mastodon != null || linkedin != null || xing != null;
  }

  private static @Nullable String said(@Nullable String now, @Nullable String before) {
    return now == null ? before : now.isEmpty() ? null : now;
  }
}
