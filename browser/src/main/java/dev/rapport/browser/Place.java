package dev.rapport.browser;

import java.net.URI;

/**
 * Where a conference can be looked at.
 *
 * @param origin the one site with all pages
 * @param events where events-service has its API
 * @param token the platform's
 * @param organiser whose event it is
 * @param attendee the mail address of who shows their own pages; empty: whoever got the newest list
 */
public record Place(
    URI origin, URI events, String token, String organiser, String event, String attendee) {}
