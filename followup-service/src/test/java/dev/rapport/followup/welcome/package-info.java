/** Tests of welcome. */
@NullMarked
package dev.rapport.followup.welcome;

import org.jspecify.annotations.NullMarked;
