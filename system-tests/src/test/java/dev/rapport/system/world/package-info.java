/** Mails, pages and time as an outsider reads them. */
@NullMarked
package dev.rapport.system.world;

import org.jspecify.annotations.NullMarked;
