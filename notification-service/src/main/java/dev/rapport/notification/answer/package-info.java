/** Says how each item ended. */
@NullMarked
package dev.rapport.notification.answer;

import org.jspecify.annotations.NullMarked;
