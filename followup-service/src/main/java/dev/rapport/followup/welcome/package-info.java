/** The welcome: before an event each attendee is asked once how they want to be followed up. */
@NullMarked
package dev.rapport.followup.welcome;

import org.jspecify.annotations.NullMarked;
