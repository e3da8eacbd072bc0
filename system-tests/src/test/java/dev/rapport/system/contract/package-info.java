/** What the services' API descriptions promise, compared with what the services do. */
@NullMarked
package dev.rapport.system.contract;

import org.jspecify.annotations.NullMarked;
