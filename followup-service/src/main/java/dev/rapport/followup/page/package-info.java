/** The pages behind the links of invites and lists. */
@NullMarked
package dev.rapport.followup.page;

import org.jspecify.annotations.NullMarked;
