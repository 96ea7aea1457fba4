/**
 * API objects as trees, and what the API server knows about them: kinds, selectors, patches,
 * defaults, validation, and the words of a refusal.
 *
 * <p>Everything is generic over kinds, except for the little that merging must know of the schema
 * ({@link dev.meridian.sandbox.kubernetes.object.ListShape}) and what {@link
 * dev.meridian.sandbox.kubernetes.object.Defaults} and {@link
 * dev.meridian.sandbox.kubernetes.object.Validation} say of the kinds that releases touch.
 */
@NullMarked
package dev.meridian.sandbox.kubernetes.object;

import org.jspecify.annotations.NullMarked;
