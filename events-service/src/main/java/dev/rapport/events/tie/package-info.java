/** Who met whom, by ids alone: what the edge, plans and introductions are computed from. */
@NullMarked
package dev.rapport.events.tie;

import org.jspecify.annotations.NullMarked;
