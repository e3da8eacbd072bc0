/** Tests of contact. */
@NullMarked
package dev.rapport.contacts.contact;

import org.jspecify.annotations.NullMarked;
