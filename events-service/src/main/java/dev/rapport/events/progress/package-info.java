/** What moves an event's life without its organiser: the clock, and what other services count. */
@NullMarked
package dev.rapport.events.progress;

import org.jspecify.annotations.NullMarked;
