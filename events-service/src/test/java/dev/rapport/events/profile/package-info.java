/** Tests. */
@NullMarked
package dev.rapport.events.profile;

import org.jspecify.annotations.NullMarked;
