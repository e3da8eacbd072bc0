/** One-time links to a person's own pages, and the sessions that they open. */
@NullMarked
package dev.rapport.notification.link;

import org.jspecify.annotations.NullMarked;
