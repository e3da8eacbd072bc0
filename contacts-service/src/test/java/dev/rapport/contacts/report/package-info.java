/** Tests of report. */
@NullMarked
package dev.rapport.contacts.report;

import org.jspecify.annotations.NullMarked;
