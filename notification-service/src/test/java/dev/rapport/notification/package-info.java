/** The service as a whole, against a real broker, a real database and a scripted mail server. */
@NullMarked
package dev.rapport.notification;

import org.jspecify.annotations.NullMarked;
