/**
 * Who is on the edge of an event, as numbers: computed from ties and attendances, at intervals, and
 * told to organisers without a name.
 */
@NullMarked
package dev.rapport.events.edge;

import org.jspecify.annotations.NullMarked;
