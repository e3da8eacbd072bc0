package dev.rapport.pages;

import java.util.UUID;

/**
 * Who looks at their own pages, from the session alone. Taken by page controllers as an argument;
 * without a session the answer is a page that says how to get one. Whether the person has been
 * erased since is for the service to look up.
 *
 * @param language theirs
 */
public record Visitor(UUID person, Language language) {}
