/** Doctored conferences: the checker must object to each, and to nothing in the good one. */
@NullMarked
package dev.rapport.system.checker;

import org.jspecify.annotations.NullMarked;
