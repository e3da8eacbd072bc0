/** Who got it, when, and what the server said, over HTTP. */
@NullMarked
package dev.rapport.notification.history;

import org.jspecify.annotations.NullMarked;
