/** Turns a notification into the bytes of a mail: text and HTML, English and German. */
@NullMarked
package dev.rapport.notification.mail;

import org.jspecify.annotations.NullMarked;
