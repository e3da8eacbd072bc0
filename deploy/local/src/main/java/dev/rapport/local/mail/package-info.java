/** Every mail that the sink received, the faults it can show, and a page to read it all. */
@NullMarked
package dev.rapport.local.mail;

import org.jspecify.annotations.NullMarked;
