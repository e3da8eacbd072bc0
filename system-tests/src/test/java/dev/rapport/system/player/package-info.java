/** The scripts that the player plays. */
@NullMarked
package dev.rapport.system.player;

import org.jspecify.annotations.NullMarked;
