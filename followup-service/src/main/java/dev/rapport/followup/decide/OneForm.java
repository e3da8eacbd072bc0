package dev.rapport.followup.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that all follow-ups of a page share: what is typed for one goes along with whatever is
 * decided.
 *
 * @param shown the follow-ups of the page, for what is decided about all
 * @param cursor where the page begins, or null for the first
 * @param intro says what can be decided about all of them at once, or null
 * @param all that; empty where there are not several
 */
public record OneForm(
    String shown, @Nullable String cursor, @Nullable String intro, List<Tap> all) {}
