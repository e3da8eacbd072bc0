/** Forgets people: their copies, suppressions and what servers said about them. */
@NullMarked
package dev.rapport.notification.erasure;

import org.jspecify.annotations.NullMarked;
