/** The last look before the wire, and the gate. */
@NullMarked
package dev.rapport.notification.send;

import org.jspecify.annotations.NullMarked;
