/** Accounts on Mastodon servers that people linked, and what is done in their names. */
@NullMarked
package dev.rapport.notification.mastodon;

import org.jspecify.annotations.NullMarked;
