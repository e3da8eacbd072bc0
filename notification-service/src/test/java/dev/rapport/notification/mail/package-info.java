/** What mails say, and what no name can make them say. */
@NullMarked
package dev.rapport.notification.mail;

import org.jspecify.annotations.NullMarked;
