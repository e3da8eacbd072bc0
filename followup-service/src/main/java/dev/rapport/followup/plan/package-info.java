/** What a follow-up is, and when it is done: the model, without input or output. */
@NullMarked
package dev.rapport.followup.plan;

import org.jspecify.annotations.NullMarked;
