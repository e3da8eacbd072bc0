package dev.rapport.system.checker;

/**
 * A person's plan after the event, as events-service reviews it.
 *
 * @param met how many people they met, both having said so
 * @param goals how many goals they had; {@code reached} of them
 */
public record PlanSeen(String person, int met, int goals, int reached) {}
