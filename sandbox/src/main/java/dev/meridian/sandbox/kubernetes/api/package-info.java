/**
 * The HTTP face of a cluster: paths, verbs, media types and streams of the Kubernetes API.
 *
 * <p>It speaks to kubectl, fabric8 and curl alike. A fault of the world shows here: a cluster that
 * is away drops connections, a throttled one answers 429.
 */
@NullMarked
package dev.meridian.sandbox.kubernetes.api;

import org.jspecify.annotations.NullMarked;
