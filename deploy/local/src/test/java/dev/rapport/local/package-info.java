/** What the local stack promises, on real parts. */
@NullMarked
package dev.rapport.local;

import org.jspecify.annotations.NullMarked;
