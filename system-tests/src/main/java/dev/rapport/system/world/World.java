package dev.rapport.system.world;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/**
 * All doors to the system.
 *
 * @param contacts where contacts-service listens; the other three likewise
 * @param tokens issues a bearer token with these claims ({@code scope}, {@code organiser}, …)
 */
public record World(
    URI contacts,
    URI events,
    URI followup,
    URI notification,
    Function<Map<String, Object>, String> tokens,
    Mailbox mail,
    EventTime time) {}
