/**
 * One attempt to bring one revision of a service to its regions: what happened, and what is true
 * now.
 *
 * <p>What happened is a sequence of {@link dev.meridian.release.ReleaseEvent}s, exactly as the
 * ledger keeps them. What is true now is their fold, {@code ReleaseState}: the workflow applies
 * each event as it makes it, and a restart folds them again from the ledger, so the two cannot
 * differ. What to do next is decided in {@code dev.meridian.release.decision}, and only there.
 */
@NullMarked
package dev.meridian.release;

import org.jspecify.annotations.NullMarked;
