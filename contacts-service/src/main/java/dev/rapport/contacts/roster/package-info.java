/** What this service has heard of events and of who wears which badge, and when. */
@NullMarked
package dev.rapport.contacts.roster;

import org.jspecify.annotations.NullMarked;
