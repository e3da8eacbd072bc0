/** What those who agreed to introduce others could do today: bring two people together. */
@NullMarked
package dev.rapport.events.introduction;

import org.jspecify.annotations.NullMarked;
