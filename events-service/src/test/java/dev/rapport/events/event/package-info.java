/** Tests. */
@NullMarked
package dev.rapport.events.event;

import org.jspecify.annotations.NullMarked;
