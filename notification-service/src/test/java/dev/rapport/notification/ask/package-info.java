/** Asks and cancels, as the contract spells them. */
@NullMarked
package dev.rapport.notification.ask;

import org.jspecify.annotations.NullMarked;
