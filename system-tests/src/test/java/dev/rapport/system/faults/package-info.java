/** Kills parts of a running system at moments that can be seen from outside. */
@NullMarked
package dev.rapport.system.faults;

import org.jspecify.annotations.NullMarked;
