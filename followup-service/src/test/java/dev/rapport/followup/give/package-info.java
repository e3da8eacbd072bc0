@NullMarked
package dev.rapport.followup.give;

import org.jspecify.annotations.NullMarked;
