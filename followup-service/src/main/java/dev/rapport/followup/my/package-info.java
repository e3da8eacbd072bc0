/** An owner's own list of everything that is due, as a page and over HTTP, in one order. */
@NullMarked
package dev.rapport.followup.my;

import org.jspecify.annotations.NullMarked;
