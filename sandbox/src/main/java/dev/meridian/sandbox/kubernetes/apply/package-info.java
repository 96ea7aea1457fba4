/**
 * Who owns which field: managed fields and server-side apply.
 *
 * <p>Two managers that apply to one object meet here: each owns what it applied, a field of another
 * is a conflict that names the owner, and what a manager applies no longer disappears. An example:
 * {@code kubectl} owns {@code .spec.replicas}; Meridian applies an image and leaves {@code
 * replicas} out; both keep what is theirs.
 */
@NullMarked
package dev.meridian.sandbox.kubernetes.apply;

import org.jspecify.annotations.NullMarked;
