@NullMarked
package dev.rapport.notification.channel;

import org.jspecify.annotations.NullMarked;
