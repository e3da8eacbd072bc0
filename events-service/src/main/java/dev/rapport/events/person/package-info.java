/** What has to be known of people: which generation of theirs is in force. No name, no address. */
@NullMarked
package dev.rapport.events.person;

import org.jspecify.annotations.NullMarked;
