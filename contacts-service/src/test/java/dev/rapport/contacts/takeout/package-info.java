/** Tests of takeout. */
@NullMarked
package dev.rapport.contacts.takeout;

import org.jspecify.annotations.NullMarked;
