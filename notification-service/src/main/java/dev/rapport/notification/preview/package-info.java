/** Mails as they would go out, with made-up people: for organisers who want to see them first. */
@NullMarked
package dev.rapport.notification.preview;

import org.jspecify.annotations.NullMarked;
