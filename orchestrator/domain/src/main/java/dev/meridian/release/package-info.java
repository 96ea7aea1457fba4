/**
 * One attempt to bring one revision of a service to its regions: what happened, and what is true
 * now.
 *
 * <p>What happened is a sequence of {@link dev.meridian.release.ReleaseEvent}s, exactly as the
 * ledger keeps them. What is true now is their fold, {@code ReleaseState}: the workflow applies
 * each event as it makes it, and a restart folds them again from the ledger, so the two cannot
 * differ. A release that has to wait for another one begins with that, and has no regions before
 * its start. What to do next is decided in {@code dev.meridian.release.decision}, and only there.
 *
 * <p>The documents are frozen, the world is not: before each wave they are compared with those that
 * stand, and {@link dev.meridian.release.ReleaseEvent.CatalogueChanged} says what becomes of a
 * region that has joined, left or is described otherwise. Waves that have not begun are planned
 * again without those that have left; that raises the plan revision.
 */
@NullMarked
package dev.meridian.release;

import org.jspecify.annotations.NullMarked;
