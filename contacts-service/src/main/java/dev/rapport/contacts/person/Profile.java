package dev.rapport.contacts.person;

import org.jspecify.annotations.Nullable;

/**
 * How a person is called and reached, and what they care about.
 *
 * @param email an ASCII mail address
 * @param locale a language tag, e.g. {@code de}
 * @param zone an IANA zone
 */
public record Profile(
    String name,
    @Nullable String email,
    @Nullable String locale,
    @Nullable String zone,
    Card card,
    Wishes wishes) {

  /** A profile that says nothing of card and wishes. */
  Profile(String name, @Nullable String email, @Nullable String locale, @Nullable String zone) {
    this(name, email, locale, zone, Card.NONE, Wishes.NONE);
  }

  /**
   * This profile, as it was said, over what was known: people fill in card and wishes on their own
   * page, and a platform's import that does not speak of them leaves them alone.
   */
  Profile over(@Nullable Profile before) {
    return new Profile(
        name,
        email,
        locale,
        zone,
        card.over(before == null ? Card.NONE : before.card),
        wishes.over(before == null ? Wishes.NONE : before.wishes));
  }
}
