/** What people agree to, on pages of their own: the welcome before an event, and any time after. */
@NullMarked
package dev.rapport.contacts.agree;

import org.jspecify.annotations.NullMarked;
