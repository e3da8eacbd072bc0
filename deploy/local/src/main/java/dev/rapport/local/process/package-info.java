/** Processes of the local stack: where they live, on which ports, and how all of them end. */
@NullMarked
package dev.rapport.local.process;

import org.jspecify.annotations.NullMarked;
