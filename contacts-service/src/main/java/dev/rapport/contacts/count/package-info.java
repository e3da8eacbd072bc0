/** Counts an event's meetings, so that it can close by count. */
@NullMarked
package dev.rapport.contacts.count;

import org.jspecify.annotations.NullMarked;
