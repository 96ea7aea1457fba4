/**
 * Checks: we act and look.
 *
 * <p>Three ways: a signed HTTP <b>hook</b> that answers whether it passed; a Kubernetes <b>Job</b>
 * whose end is awaited and whose last log lines are kept; a <b>load</b> check of the open model,
 * where requests leave on schedule whether or not answers return and latency counts from the
 * intended start. A check that ran and found fault is an outcome. A check that could not be run is
 * a failure, and so is a load of which {@link dev.meridian.check.LoadJudgement} says that it is
 * inconclusive: its figures would be about the generator. What a load used of the machine is asked
 * of the region's metrics system over the load's own window, and kept for its successor.
 */
@NullMarked
package dev.meridian.worker.check;

import org.jspecify.annotations.NullMarked;
