/**
 * What becomes of a running release when regions join, leave or are described otherwise.
 *
 * <p>A release freezes its documents, so nothing that happens to the catalogue kills it. A region
 * that joins waits for the next release. One that leaves before its wave has begun is not gone to
 * any more, and the waves that have not begun are planned again without it; one that leaves later
 * is watched to the end and taken back with the others. All else goes on as it was frozen. {@link
 * dev.meridian.region.change.CatalogueChange} says so for each region; a release asks it before
 * each of its waves.
 */
@NullMarked
package dev.meridian.region.change;

import org.jspecify.annotations.NullMarked;
