package dev.rapport.followup.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be decided about one follow-up, in the form that it shares with all others.
 *
 * @param id the follow-up's; what it is about is said by the element {@code i-} and this
 * @param line a line of the owner's own, or null where none can be sent
 */
public record Decision(String id, @Nullable OwnLine line, List<Tap> taps) {}
