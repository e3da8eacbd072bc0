@NullMarked
package dev.rapport.system.advice;

import org.jspecify.annotations.NullMarked;
