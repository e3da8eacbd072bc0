/** Tests. */
@NullMarked
package dev.rapport.events.edge;

import org.jspecify.annotations.NullMarked;
