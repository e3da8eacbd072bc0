/** People whom a connector could bring together at an event. */
@NullMarked
package dev.rapport.followup.introduce;

import org.jspecify.annotations.NullMarked;
