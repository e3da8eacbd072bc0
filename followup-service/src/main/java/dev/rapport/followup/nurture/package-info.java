/**
 * Who was last in touch with whom, how often they want to be, and whom they are losing touch with.
 */
@NullMarked
package dev.rapport.followup.nurture;

import org.jspecify.annotations.NullMarked;
