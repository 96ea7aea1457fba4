/**
 * Observe, decide, act, in a loop that survives everything.
 *
 * <p>{@code ReleaseWorkflow} walks the waves of one release and takes it back when a region shows
 * harm; {@code RegionRolloutWorkflow} is one attempt in one region. Both keep a fold of the events
 * that they and their activities record, ask the pure decision for the next step, and carry it out
 * in one exhaustive switch. {@code OwedRegionWorkflow} gives a region what its release could not
 * give it in time. Start, continue-as-new and resume are one path: a release id and an epoch, the
 * rest is folded from the ledger.
 */
@NullMarked
package dev.meridian.workflow;

import org.jspecify.annotations.NullMarked;
