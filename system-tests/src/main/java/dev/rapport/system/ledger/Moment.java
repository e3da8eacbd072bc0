package dev.rapport.system.ledger;

import java.time.Instant;

/**
 * When a call was made: what it asked may be in force from {@code asked}, must be from {@code
 * answered}.
 *
 * @param asked machine time of the first try
 * @param answered machine time at which the acknowledging answer was read
 * @param event event time of that answer
 */
public record Moment(Instant asked, Instant answered, Instant event) {}
