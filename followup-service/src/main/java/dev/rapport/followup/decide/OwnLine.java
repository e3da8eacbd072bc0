package dev.rapport.followup.decide;

import org.jspecify.annotations.Nullable;

/**
 * A line of the owner's own.
 *
 * @param field its name in the form
 * @param most how many characters it can have
 * @param typed what was typed already, or empty
 * @param wrong what is wrong with that, or null
 */
public record OwnLine(String field, String label, int most, String typed, @Nullable String wrong) {}
