/**
 * What tests of this and other modules stand on: the ports held in memory, and a real PostgreSQL.
 *
 * <p>The ports in memory are written by hand and run the same contract tests as the real ones
 * ({@code dev.meridian.ledger.contract}), so they cannot drift. {@code Ports.inMemory()} gives a
 * whole set over one store.
 */
@NullMarked
package dev.meridian.ledger.testing;

import org.jspecify.annotations.NullMarked;
