/** One door for every change of a follow-up, and what follows from it. */
@NullMarked
package dev.rapport.followup.change;

import org.jspecify.annotations.NullMarked;
