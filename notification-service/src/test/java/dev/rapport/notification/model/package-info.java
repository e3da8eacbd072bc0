/** What a notification hears and keeps, without clock or database. */
@NullMarked
package dev.rapport.notification.model;

import org.jspecify.annotations.NullMarked;
