/** Plumbing between a service's documents and the topics: nothing lost, nothing done twice. */
@NullMarked
package dev.rapport.messaging;

import org.jspecify.annotations.NullMarked;
