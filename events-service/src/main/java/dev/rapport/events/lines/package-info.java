/** Many documents decided about in one go, each by a write of its own that harms no neighbour. */
@NullMarked
package dev.rapport.events.lines;

import org.jspecify.annotations.NullMarked;
