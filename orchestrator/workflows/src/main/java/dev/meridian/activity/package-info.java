/**
 * What workflows can ask of the world, one interface per outside system.
 *
 * <p>An effect activity writes its own intention and outcome into the ledger around its effect, and
 * returns the outcome event, which the workflow applies to its state. It may be executed any number
 * of times: it reads, compares, changes only if needed, and reports what it saw. When it gives up
 * it throws an {@code ApplicationFailure} whose type is a {@link dev.meridian.failure.FailureCode}.
 * Payloads carry ids and small results; documents, manifests and evidence are read from the ledger.
 */
@NullMarked
package dev.meridian.activity;

import org.jspecify.annotations.NullMarked;
