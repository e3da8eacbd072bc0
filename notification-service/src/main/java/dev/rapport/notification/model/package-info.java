/**
 * A notification, what can be asked of it and how each of its items ends; no framework, no clock.
 */
@NullMarked
package dev.rapport.notification.model;

import org.jspecify.annotations.NullMarked;
