/**
 * A Kubernetes API server for each region: small, own, and as strict as the real one on the points
 * that a release depends on.
 *
 * <p>{@code object} knows trees, patches and validation; {@code apply} who owns which field; {@code
 * controller} what becomes of Deployments and Jobs in time; {@code cluster} joins them under one
 * lock and one journal; {@code api} speaks HTTP. Here they are started: one cluster and one port
 * for each region, with the incumbent deployed before the world began, as an ordinary team would
 * have done with {@code kubectl apply}.
 */
@NullMarked
package dev.meridian.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;
