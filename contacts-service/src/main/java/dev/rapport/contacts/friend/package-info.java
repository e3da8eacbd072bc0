/** Old friends: people whom their owner adds by hand, by an address book, or by the platform. */
@NullMarked
package dev.rapport.contacts.friend;

import org.jspecify.annotations.NullMarked;
