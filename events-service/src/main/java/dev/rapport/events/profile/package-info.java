/** What people said of themselves that plans and introductions need, as far as they agreed. */
@NullMarked
package dev.rapport.events.profile;

import org.jspecify.annotations.NullMarked;
