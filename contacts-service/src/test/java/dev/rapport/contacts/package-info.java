/** Tests. */
@NullMarked
package dev.rapport.contacts;

import org.jspecify.annotations.NullMarked;
