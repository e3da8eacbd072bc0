/** Tests. */
@NullMarked
package dev.rapport.events.plan;

import org.jspecify.annotations.NullMarked;
