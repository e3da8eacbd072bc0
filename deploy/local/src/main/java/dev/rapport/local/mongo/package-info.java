/** A real mongod on this machine, as a replica set of one. */
@NullMarked
package dev.rapport.local.mongo;

import org.jspecify.annotations.NullMarked;
