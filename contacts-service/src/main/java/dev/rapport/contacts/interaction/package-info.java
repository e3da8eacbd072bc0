/** What people log of being in touch with their contacts, at events and outside of them. */
@NullMarked
package dev.rapport.contacts.interaction;

import org.jspecify.annotations.NullMarked;
