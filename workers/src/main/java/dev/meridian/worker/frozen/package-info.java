/**
 * What a release froze when it started: the versions of its documents, its revision, its plan.
 * Activities get ids; here the ids become the service, the region and the revision they stand for.
 */
@NullMarked
package dev.meridian.worker.frozen;

import org.jspecify.annotations.NullMarked;
