/** Tests of erasure. */
@NullMarked
package dev.rapport.contacts.erasure;

import org.jspecify.annotations.NullMarked;
