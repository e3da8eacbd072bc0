@NullMarked
package dev.rapport.followup.introduce;

import org.jspecify.annotations.NullMarked;
