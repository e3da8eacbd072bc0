/** The little HTTP that the local stack's own pages need. */
@NullMarked
package dev.rapport.local.web;

import org.jspecify.annotations.NullMarked;
