/** One conference, played from outside and judged from outside. */
@NullMarked
package dev.rapport.system;

import org.jspecify.annotations.NullMarked;
