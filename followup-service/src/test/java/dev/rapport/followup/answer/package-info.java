/** Tests of what people do. */
@NullMarked
package dev.rapport.followup.answer;

import org.jspecify.annotations.NullMarked;
