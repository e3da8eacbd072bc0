@NullMarked
package dev.rapport.local.origin;

import org.jspecify.annotations.NullMarked;
