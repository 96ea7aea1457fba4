/**
 * Chains on PostgreSQL: appending under the lock of the head row, reading, waiting, verifying.
 *
 * <p>Whoever appends holds the head row of the subject until commit; so numbers are given in commit
 * order and a rolled-back one is given again. A trigger announces each entry; one listening
 * connection per process hears it and wakes those who wait ({@code EntrySignals}), so that waiting
 * costs no connection.
 */
@NullMarked
package dev.meridian.ledger.postgres.chain;

import org.jspecify.annotations.NullMarked;
