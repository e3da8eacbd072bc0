/** Erases people from this service, and keeps the account of who else has. */
@NullMarked
package dev.rapport.contacts.erasure;

import org.jspecify.annotations.NullMarked;
