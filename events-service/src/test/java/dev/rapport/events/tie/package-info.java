/** Tests. */
@NullMarked
package dev.rapport.events.tie;

import org.jspecify.annotations.NullMarked;
