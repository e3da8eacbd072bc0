/** Tests of sensed. */
@NullMarked
package dev.rapport.contacts.sensed;

import org.jspecify.annotations.NullMarked;
