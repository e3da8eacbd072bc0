package dev.rapport.followup.nurture;

import dev.rapport.followup.give.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * An owner was in touch with a contact; contacts-service owns it.
 *
 * @param at in event time
 */
public record Interaction(UUID id, long rev, Instant at, Purpose purpose) {}
