/**
 * What the pages share on which owners decide about their follow-ups: one form for all of them,
 * with a line of the owner's own for each.
 */
@NullMarked
package dev.rapport.followup.decide;

import org.jspecify.annotations.NullMarked;
