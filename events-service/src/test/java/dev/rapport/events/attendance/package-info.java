/** Tests. */
@NullMarked
package dev.rapport.events.attendance;

import org.jspecify.annotations.NullMarked;
