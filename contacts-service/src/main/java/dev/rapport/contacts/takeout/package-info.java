/** Everyone takes their own contacts home, and can have themselves erased. */
@NullMarked
package dev.rapport.contacts.takeout;

import org.jspecify.annotations.NullMarked;
