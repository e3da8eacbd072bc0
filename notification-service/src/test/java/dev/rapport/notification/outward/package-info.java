@NullMarked
package dev.rapport.notification.outward;

import org.jspecify.annotations.NullMarked;
