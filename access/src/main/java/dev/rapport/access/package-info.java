/**
 * What every HTTP door shares: who calls, what they may, how errors read, links that do one thing.
 */
@NullMarked
package dev.rapport.access;

import org.jspecify.annotations.NullMarked;
