/** The same parts by Testcontainers, where a Docker daemon answers and has the images already. */
@NullMarked
package dev.rapport.local.docker;

import org.jspecify.annotations.NullMarked;
