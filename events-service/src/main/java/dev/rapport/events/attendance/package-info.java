/** Who attends which event, with their badges and what became of them. */
@NullMarked
package dev.rapport.events.attendance;

import org.jspecify.annotations.NullMarked;
