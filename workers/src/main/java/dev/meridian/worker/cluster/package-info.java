/**
 * Kubernetes: deploy, look, and go back.
 *
 * <p>Every write is <b>fenced</b>: it carries the ledger sequence of its intention as an annotation
 * ({@link dev.meridian.worker.cluster.Fence}). {@code FencedWriter} reads the object, refuses if a
 * newer intention has been there, and applies with the version just read; so a stalled deploy that
 * wakes after the rollback changes nothing.
 *
 * <p>The <b>way back</b> is an {@code Inventory}: every object that the contender will touch as it
 * was, with the owners of its fields, or the fact that it was absent. It is recorded once per
 * release and region, before the first change. A restore compares it with what is there now, field
 * by field ({@code RestorePlan}): what the release changed goes back, what others changed later
 * stays and is named, what only the contender brought is deleted.
 *
 * <p>Readiness is our own predicate ({@code RolloutProgress}), because the usual one forgets the
 * observed generation. Failures of the client go through one table ({@code ClusterFailures}).
 */
@NullMarked
package dev.meridian.worker.cluster;

import org.jspecify.annotations.NullMarked;
