/** The networker's advice, and what a conference made of it: a few figures for each piece. */
@NullMarked
package dev.rapport.system.advice;

import org.jspecify.annotations.NullMarked;
