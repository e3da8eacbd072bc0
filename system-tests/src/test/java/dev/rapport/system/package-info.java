/** What holds for all of the system tests. */
@NullMarked
package dev.rapport.system;

import org.jspecify.annotations.NullMarked;
