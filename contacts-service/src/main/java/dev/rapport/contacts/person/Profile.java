package dev.rapport.contacts.person;

import org.jspecify.annotations.Nullable;

/**
 * How a person is called and reached.
 *
 * @param email an ASCII mail address
 * @param locale a language tag, e.g. {@code de}
 * @param zone an IANA zone
 */
record Profile(
    String name, @Nullable String email, @Nullable String locale, @Nullable String zone) {}
