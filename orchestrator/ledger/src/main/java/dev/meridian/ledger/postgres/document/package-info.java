/**
 * Documents on PostgreSQL: each version a row that is never changed, its hash in the document's
 * chain.
 */
@NullMarked
package dev.meridian.ledger.postgres.document;

import org.jspecify.annotations.NullMarked;
