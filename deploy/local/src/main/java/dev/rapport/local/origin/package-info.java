/**
 * The one origin in front of all services: pages by their paths, and what is said when one is down.
 */
@NullMarked
package dev.rapport.local.origin;

import org.jspecify.annotations.NullMarked;
