/** Tests of what is taken up when. */
@NullMarked
package dev.rapport.followup.due;

import org.jspecify.annotations.NullMarked;
