/** The life of an event as pure states: each knows only what can legally follow from it. */
@NullMarked
package dev.rapport.events.life;

import org.jspecify.annotations.NullMarked;
