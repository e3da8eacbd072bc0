/** What was acknowledged to the platform and its people, when, and with which answer. */
@NullMarked
package dev.rapport.system.ledger;

import org.jspecify.annotations.NullMarked;
