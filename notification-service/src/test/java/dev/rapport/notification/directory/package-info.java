/** People and events, as the contracts spell them. */
@NullMarked
package dev.rapport.notification.directory;

import org.jspecify.annotations.NullMarked;
