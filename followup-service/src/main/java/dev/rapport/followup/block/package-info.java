/** Whom a person blocks, how they take it back, and how they report somebody. */
@NullMarked
package dev.rapport.followup.block;

import org.jspecify.annotations.NullMarked;
