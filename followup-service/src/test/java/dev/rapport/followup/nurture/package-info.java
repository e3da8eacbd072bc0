@NullMarked
package dev.rapport.followup.nurture;

import org.jspecify.annotations.NullMarked;
