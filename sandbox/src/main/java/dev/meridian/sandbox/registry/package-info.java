/**
 * The registries: one for each region, by the OCI distribution API, serving the world's images.
 *
 * <p>An image is served under its digest if the world has it, and nowhere else. A region's registry
 * can be away while the others are well.
 */
@NullMarked
package dev.meridian.sandbox.registry;

import org.jspecify.annotations.NullMarked;
