/**
 * Hears what is due: asks merge into notifications, cancels take items back, repeats are answered
 * again.
 */
@NullMarked
package dev.rapport.notification.ask;

import org.jspecify.annotations.NullMarked;
