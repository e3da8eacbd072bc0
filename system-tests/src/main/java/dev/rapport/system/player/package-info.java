/** Acts as a conference platform and its people, from outside. */
@NullMarked
package dev.rapport.system.player;

import org.jspecify.annotations.NullMarked;
