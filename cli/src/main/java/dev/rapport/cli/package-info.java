/** The rapport command: up, demo, dead-letters. */
@NullMarked
package dev.rapport.cli;

import org.jspecify.annotations.NullMarked;
