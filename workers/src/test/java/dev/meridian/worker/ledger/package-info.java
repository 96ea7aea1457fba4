@NullMarked
package dev.meridian.worker.ledger;

import org.jspecify.annotations.NullMarked;
