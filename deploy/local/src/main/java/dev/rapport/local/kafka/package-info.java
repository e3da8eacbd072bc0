/** A real Kafka broker on this machine, and the topics that the contracts name. */
@NullMarked
package dev.rapport.local.kafka;

import org.jspecify.annotations.NullMarked;
