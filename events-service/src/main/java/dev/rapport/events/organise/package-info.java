/** The organiser's page of an event: will everyone be followed up in time? Numbers, never names. */
@NullMarked
package dev.rapport.events.organise;

import org.jspecify.annotations.NullMarked;
