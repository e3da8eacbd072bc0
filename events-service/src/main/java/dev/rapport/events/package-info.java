/** events-service: events, attendances, the life of an event and its coverage. */
@NullMarked
package dev.rapport.events;

import org.jspecify.annotations.NullMarked;
