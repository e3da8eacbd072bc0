/** The manifests, rendered and read: what they promise, and what schemas say of them. */
@NullMarked
package dev.rapport.kubernetes;

import org.jspecify.annotations.NullMarked;
