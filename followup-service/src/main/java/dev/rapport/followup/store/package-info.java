/** The documents of this service: follow-ups, and its copies of events and people. */
@NullMarked
package dev.rapport.followup.store;

import org.jspecify.annotations.NullMarked;
