/** What the chain names by hash, and the newest checkpoints of bakes, on PostgreSQL. */
@NullMarked
package dev.meridian.ledger.postgres.artifact;

import org.jspecify.annotations.NullMarked;
