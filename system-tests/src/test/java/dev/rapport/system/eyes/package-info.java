/** What an operator sees: metrics, dashboards, alerts, logs, traces; and whom nobody sees there. */
@NullMarked
package dev.rapport.system.eyes;

import org.jspecify.annotations.NullMarked;
