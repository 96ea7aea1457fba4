/** Catalogues and presences, as documents and as values. */
@NullMarked
package dev.meridian.region;

import org.jspecify.annotations.NullMarked;
