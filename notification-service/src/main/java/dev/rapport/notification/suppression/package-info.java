/** Who wants no more mails of a kind, and the page that records it with one click. */
@NullMarked
package dev.rapport.notification.suppression;

import org.jspecify.annotations.NullMarked;
