/** Tests of count. */
@NullMarked
package dev.rapport.contacts.count;

import org.jspecify.annotations.NullMarked;
