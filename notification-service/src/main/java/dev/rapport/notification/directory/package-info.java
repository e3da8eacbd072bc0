/** Copies of the people and events that mails speak of, by revision. */
@NullMarked
package dev.rapport.notification.directory;

import org.jspecify.annotations.NullMarked;
