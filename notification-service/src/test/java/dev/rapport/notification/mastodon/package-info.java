@NullMarked
package dev.rapport.notification.mastodon;

import org.jspecify.annotations.NullMarked;
