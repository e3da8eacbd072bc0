/** Tests of roster. */
@NullMarked
package dev.rapport.contacts.roster;

import org.jspecify.annotations.NullMarked;
