/**
 * How an entry is sealed to the one before it, and how anybody can check that.
 *
 * <p>Each entry carries the hash of the one before it and of its own content ({@link
 * dev.meridian.ledger.chain.Chain} documents the exact form), so a changed, removed or inserted
 * entry breaks its subject's chain. Whoever rewrites a whole chain is found too: every minute the
 * heads are noted in the installation's chain ({@link dev.meridian.ledger.chain.HeadWitness}), and
 * {@link dev.meridian.ledger.chain.ChainCheck} compares.
 */
@NullMarked
package dev.meridian.ledger.chain;

import org.jspecify.annotations.NullMarked;
