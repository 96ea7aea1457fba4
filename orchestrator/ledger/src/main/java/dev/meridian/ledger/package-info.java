/**
 * The record: append-only, hash-chained, and the one owner of the PostgreSQL schema.
 *
 * <p>One chain per subject (a release, a document, the installation). {@link
 * dev.meridian.ledger.Ledger} appends and reads; each entry has a gap-free number, a unique key (so
 * that the same thing done twice is written once), the epoch of the run that wrote it and the hash
 * of the entry before it. Beside the chain live what it names by hash or id: documents, manifests,
 * evidence, checkpoints; and what must be claimed: commands, idempotency keys, active releases.
 */
@NullMarked
package dev.meridian.ledger;

import org.jspecify.annotations.NullMarked;
