/** When owners are told. */
@NullMarked
package dev.rapport.followup.list;

import org.jspecify.annotations.NullMarked;
