/** Tests. */
@NullMarked
package dev.rapport.events.organise;

import org.jspecify.annotations.NullMarked;
