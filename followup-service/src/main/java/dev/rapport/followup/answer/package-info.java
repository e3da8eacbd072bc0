/** What owners and recipients do about follow-ups, and the API that shows them. */
@NullMarked
package dev.rapport.followup.answer;

import org.jspecify.annotations.NullMarked;
