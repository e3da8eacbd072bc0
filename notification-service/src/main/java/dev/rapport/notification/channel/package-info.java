/** The ways by which a social invitation can go, and their order. */
@NullMarked
package dev.rapport.notification.channel;

import org.jspecify.annotations.NullMarked;
