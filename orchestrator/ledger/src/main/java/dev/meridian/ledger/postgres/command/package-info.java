/** Commands of people on PostgreSQL: written first, answered later, never lost between. */
@NullMarked
package dev.meridian.ledger.postgres.command;

import org.jspecify.annotations.NullMarked;
