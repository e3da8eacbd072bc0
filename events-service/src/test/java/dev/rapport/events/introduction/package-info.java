/** Tests. */
@NullMarked
package dev.rapport.events.introduction;

import org.jspecify.annotations.NullMarked;
