/** Hands mails to a mail server over connections that stay open. */
@NullMarked
package dev.rapport.notification.smtp;

import org.jspecify.annotations.NullMarked;
