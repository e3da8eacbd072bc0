/** The timer: what is due is asked for, what is unanswered is asked again. */
@NullMarked
package dev.rapport.followup.due;

import org.jspecify.annotations.NullMarked;
