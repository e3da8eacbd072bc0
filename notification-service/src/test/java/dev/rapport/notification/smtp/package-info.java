/** What a mail server's answers and silences mean. */
@NullMarked
package dev.rapport.notification.smtp;

import org.jspecify.annotations.NullMarked;
