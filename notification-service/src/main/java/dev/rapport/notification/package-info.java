/** Notifications: stored, rendered, sent once inside their window, logged. */
@NullMarked
package dev.rapport.notification;

import org.jspecify.annotations.NullMarked;
