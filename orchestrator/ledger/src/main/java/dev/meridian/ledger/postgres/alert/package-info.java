/** Alerts as rows. One writer at a time, so that the bound on their number holds. */
@NullMarked
package dev.meridian.ledger.postgres.alert;

import org.jspecify.annotations.NullMarked;
