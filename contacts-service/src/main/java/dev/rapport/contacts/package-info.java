/** The service that owns people, meetings and each person's contacts. */
@NullMarked
package dev.rapport.contacts;

import org.jspecify.annotations.NullMarked;
