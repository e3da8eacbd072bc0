/** All pages in a real browser: how people look at them, what they must hold to, their pictures. */
@NullMarked
package dev.rapport.browser;

import org.jspecify.annotations.NullMarked;
