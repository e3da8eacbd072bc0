/** Follow-ups, their timing, answers, the owner's list and the pages behind links. */
@NullMarked
package dev.rapport.followup;

import org.jspecify.annotations.NullMarked;
