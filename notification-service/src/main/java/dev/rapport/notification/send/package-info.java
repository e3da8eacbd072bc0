/**
 * Claims what is due, checks it one last time and sends it; stands still unless it has heard
 * everyone.
 */
@NullMarked
package dev.rapport.notification.send;

import org.jspecify.annotations.NullMarked;
