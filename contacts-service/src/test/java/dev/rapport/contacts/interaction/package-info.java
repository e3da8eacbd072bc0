@NullMarked
package dev.rapport.contacts.interaction;

import org.jspecify.annotations.NullMarked;
