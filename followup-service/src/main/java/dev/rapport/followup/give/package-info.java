/** What a contact could be given, so that nobody is only ever asked; plain Java, no I/O. */
@NullMarked
package dev.rapport.followup.give;

import org.jspecify.annotations.NullMarked;
