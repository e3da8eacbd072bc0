/** Tests. */
@NullMarked
package dev.rapport.followup.settle;

import org.jspecify.annotations.NullMarked;
