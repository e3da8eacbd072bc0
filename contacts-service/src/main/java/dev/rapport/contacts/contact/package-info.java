/** Each person's contacts, fed by the meetings, with notes and tags that never leave. */
@NullMarked
package dev.rapport.contacts.contact;

import org.jspecify.annotations.NullMarked;
