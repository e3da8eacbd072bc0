/** Notifications as documents: merged by revision, claimed by token, answered item by item. */
@NullMarked
package dev.rapport.notification.store;

import org.jspecify.annotations.NullMarked;
