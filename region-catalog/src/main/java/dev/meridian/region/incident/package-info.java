/**
 * The incident record: how long it took, in the past, until a bad revision was noticed.
 *
 * <p>Bake times come from here: k times the mean time to failure of the slowest class of incident,
 * with a stated prior while there are few.
 */
@NullMarked
package dev.meridian.region.incident;

import org.jspecify.annotations.NullMarked;
