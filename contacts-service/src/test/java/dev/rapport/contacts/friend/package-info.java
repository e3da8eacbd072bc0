/** Tests of old friends. */
@NullMarked
package dev.rapport.contacts.friend;

import org.jspecify.annotations.NullMarked;
