/** What attendees plan for an event, how far they are, and who they will meet again there. */
@NullMarked
package dev.rapport.events.plan;

import org.jspecify.annotations.NullMarked;
