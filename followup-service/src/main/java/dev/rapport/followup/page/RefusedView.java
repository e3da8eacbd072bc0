package dev.rapport.followup.page;

/** Why a link opens nothing, in a sentence for people. */
public record RefusedView(String language, String css, String title, String said) {}
