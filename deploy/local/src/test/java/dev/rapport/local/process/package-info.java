/** Processes that die, ports that are taken, parents that are killed. */
@NullMarked
package dev.rapport.local.process;

import org.jspecify.annotations.NullMarked;
