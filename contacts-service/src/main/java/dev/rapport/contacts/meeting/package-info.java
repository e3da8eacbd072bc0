/** Meetings: one document per event and pair that holds every report of it. */
@NullMarked
package dev.rapport.contacts.meeting;

import org.jspecify.annotations.NullMarked;
