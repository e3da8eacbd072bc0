/**
 * Keeps the contracts whole: schemas, examples and the AsyncAPI document agree, and stay readable.
 */
@NullMarked
package dev.rapport.contracts;

import org.jspecify.annotations.NullMarked;
