/** Nearness that badge sensors saw: summed for those who agreed, asked about, never counted. */
@NullMarked
package dev.rapport.contacts.sensed;

import org.jspecify.annotations.NullMarked;
