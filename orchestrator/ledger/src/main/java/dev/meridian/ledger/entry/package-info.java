/**
 * What is written into the chains, and under which key.
 *
 * <p>A release's events go into its own chain ({@link dev.meridian.ledger.entry.ReleaseHappened});
 * a new version of a document and a lifted bad mark into the chain of the document; what concerns
 * everybody into the installation's. The key says what would be the same thing done twice.
 */
@NullMarked
package dev.meridian.ledger.entry;

import org.jspecify.annotations.NullMarked;
