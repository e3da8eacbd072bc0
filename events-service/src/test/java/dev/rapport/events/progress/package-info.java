/** Tests. */
@NullMarked
package dev.rapport.events.progress;

import org.jspecify.annotations.NullMarked;
