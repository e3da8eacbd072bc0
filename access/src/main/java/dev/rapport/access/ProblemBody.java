package dev.rapport.access;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Problem details as RFC 9457 has them.
 *
 * @param type stable, {@code urn:rapport:problem:<slug>}
 * @param detail what was found, what was expected, what to do
 */
@Schema(description = "RFC 9457 problem details")
public record ProblemBody(String type, String title, int status, String detail) {}
