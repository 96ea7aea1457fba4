/** Catalogues that change in the middle of a release. */
@NullMarked
package dev.meridian.region.change;

import org.jspecify.annotations.NullMarked;
