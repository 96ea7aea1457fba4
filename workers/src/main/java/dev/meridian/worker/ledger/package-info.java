/** The record, as workflows use it: what is true is folded, what is decided is written once. */
@NullMarked
package dev.meridian.worker.ledger;

import org.jspecify.annotations.NullMarked;
