/** The service as the others see it. */
@NullMarked
package dev.rapport.followup;

import org.jspecify.annotations.NullMarked;
