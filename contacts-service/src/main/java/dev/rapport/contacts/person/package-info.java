/** People: profile, addresses, consents; each registration of an external id is one generation. */
@NullMarked
package dev.rapport.contacts.person;

import org.jspecify.annotations.NullMarked;
