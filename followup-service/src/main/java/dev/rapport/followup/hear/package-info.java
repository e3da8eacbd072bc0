/** What other services say, and what it changes. */
@NullMarked
package dev.rapport.followup.hear;

import org.jspecify.annotations.NullMarked;
