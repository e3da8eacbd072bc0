/** The model's promises, without input or output. */
@NullMarked
package dev.rapport.followup.plan;

import org.jspecify.annotations.NullMarked;
