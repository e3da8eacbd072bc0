/** Tests of agree. */
@NullMarked
package dev.rapport.contacts.agree;

import org.jspecify.annotations.NullMarked;
