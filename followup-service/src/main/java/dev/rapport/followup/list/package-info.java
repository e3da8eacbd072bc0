/** Each owner's list: when they are told of who is still open. */
@NullMarked
package dev.rapport.followup.list;

import org.jspecify.annotations.NullMarked;
