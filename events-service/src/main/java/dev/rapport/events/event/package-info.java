/** Events as organisers register them: dates, zone, sender, policy, life and coverage. */
@NullMarked
package dev.rapport.events.event;

import org.jspecify.annotations.NullMarked;
