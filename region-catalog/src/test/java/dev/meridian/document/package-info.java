/** Documents that are good, bad and worse. */
@NullMarked
package dev.meridian.document;

import org.jspecify.annotations.NullMarked;
