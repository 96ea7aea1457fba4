/**
 * Releases on PostgreSQL: starting one, drawing its row from its events, who owes what.
 *
 * <p>Starting is decided under two advisory locks of the transaction, first of the idempotency key,
 * then of the service; everything read between them and commit stays true. A row changes only under
 * the lock of its release's head. A start locks the heads of the service's active releases, the
 * older first, and its own last; nobody locks a younger one's before an older one's.
 */
@NullMarked
package dev.meridian.ledger.postgres.release;

import org.jspecify.annotations.NullMarked;
