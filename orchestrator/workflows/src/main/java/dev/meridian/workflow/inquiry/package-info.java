/**
 * Questions to the outside world that somebody is waiting for.
 *
 * <p>The api has no way to the metrics systems, and should not have one: only workers hold
 * addresses and credentials. So it asks through the engine, with a workflow that lives ten seconds
 * at most and changes nothing. No worker, or no metrics system, means no answer: then the caller
 * says so, and stores nothing that it could not check.
 */
@NullMarked
package dev.meridian.workflow.inquiry;

import org.jspecify.annotations.NullMarked;
