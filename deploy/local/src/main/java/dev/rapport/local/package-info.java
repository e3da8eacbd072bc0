/** Starts every part of Rapport on one machine: for the demo, and for tests to stand on. */
@NullMarked
package dev.rapport.local;

import org.jspecify.annotations.NullMarked;
