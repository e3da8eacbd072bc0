/** Tests of person. */
@NullMarked
package dev.rapport.contacts.person;

import org.jspecify.annotations.NullMarked;
