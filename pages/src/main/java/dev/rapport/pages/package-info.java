/** What every page for people shares: layout, languages, sessions, assets, building blocks. */
@NullMarked
package dev.rapport.pages;

import org.jspecify.annotations.NullMarked;
