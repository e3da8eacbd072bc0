@NullMarked
package dev.rapport.pages;

import org.jspecify.annotations.NullMarked;
