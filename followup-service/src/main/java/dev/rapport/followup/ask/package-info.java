/** What is asked of notification-service, and taken back. */
@NullMarked
package dev.rapport.followup.ask;

import org.jspecify.annotations.NullMarked;
