/**
 * Reports of meetings as they come in: checked, counted, kept until their badge is known, undone.
 */
@NullMarked
package dev.rapport.contacts.report;

import org.jspecify.annotations.NullMarked;
