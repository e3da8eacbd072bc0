/** When to ask again. */
@NullMarked
package dev.rapport.followup.ask;

import org.jspecify.annotations.NullMarked;
