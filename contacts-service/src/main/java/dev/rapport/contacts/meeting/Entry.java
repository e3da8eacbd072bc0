package dev.rapport.contacts.meeting;

import java.util.UUID;

/**
 * A report as it stands in its meeting.
 *
 * @param reporter whose report it is
 * @param counts whether the meeting counts, by this or another report
 */
public record Entry(
    UUID report,
    UUID meeting,
    UUID event,
    UUID reporter,
    UUID body,
    UUID token,
    boolean undone,
    boolean counts) {}
