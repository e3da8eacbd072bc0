/** Judges a conference from its ledger and from what can be observed outside. */
@NullMarked
package dev.rapport.system.checker;

import org.jspecify.annotations.NullMarked;
