/** What the others are told: outcomes, answers and the count. */
@NullMarked
package dev.rapport.followup.settle;

import org.jspecify.annotations.NullMarked;
