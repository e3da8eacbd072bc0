package dev.rapport.followup.plan;

import java.util.UUID;

/**
 * What this service knows of somebody's part in an event; events-service owns it.
 *
 * @param exhibits whether they are there to be met by everyone, and attend at all
 */
public record Attendance(UUID id, long rev, UUID event, UUID person, boolean exhibits) {}
