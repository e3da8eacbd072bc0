/** The keys that sign the links in mails, made at the first start, published and rotated. */
@NullMarked
package dev.rapport.notification.key;

import org.jspecify.annotations.NullMarked;
