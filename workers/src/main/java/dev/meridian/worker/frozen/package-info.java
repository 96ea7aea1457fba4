/**
 * What a release froze when it started: the versions of its documents, its revision, its plan.
 * Activities get ids; here the ids become the service, the region and the revision they stand for.
 *
 * <p>{@link dev.meridian.worker.frozen.DocumentsNow} lays beside it what the documents say now, and
 * tells what becomes of regions that have joined, left or changed.
 */
@NullMarked
package dev.meridian.worker.frozen;

import org.jspecify.annotations.NullMarked;
