/** Tests. */
@NullMarked
package dev.rapport.events.life;

import org.jspecify.annotations.NullMarked;
