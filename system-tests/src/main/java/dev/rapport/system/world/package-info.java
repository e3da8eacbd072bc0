/** The doors that an outsider knows: HTTP, mails, the pages behind their links, and the clock. */
@NullMarked
package dev.rapport.system.world;

import org.jspecify.annotations.NullMarked;
