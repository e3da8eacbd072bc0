/**
 * Calls to servers of others: bounded in time and size, none to private addresses by others' wish.
 */
@NullMarked
package dev.rapport.notification.outward;

import org.jspecify.annotations.NullMarked;
