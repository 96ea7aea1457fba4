/**
 * From events to what a list shows.
 *
 * <p>The chain is the truth; a release's row is a picture of it, drawn in the transaction that
 * appends the event, so the two cannot differ. The picture is a pure function of the events ({@link
 * dev.meridian.ledger.projection.ReleaseProjection}): drawn again from the history it is the same.
 */
@NullMarked
package dev.meridian.ledger.projection;

import org.jspecify.annotations.NullMarked;
