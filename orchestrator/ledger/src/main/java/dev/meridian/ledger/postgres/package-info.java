/**
 * The ports on PostgreSQL.
 *
 * <p>The beans of this package and those below it exist in every application context that is told
 * {@code datasources.default.url}; {@link dev.meridian.ledger.postgres.LedgerDatabase} makes those
 * properties. Flyway brings the schema up to date when the pool is made, one process at a time.
 *
 * <p>Every port method runs in {@link dev.meridian.ledger.postgres.LedgerTransactions}: it joins
 * the caller's transaction or makes its own, and turns a database that does not answer into {@link
 * dev.meridian.ledger.LedgerUnreachableException} after bounded time.
 */
@Configuration
@Requires(property = "datasources.default.url")
@NullMarked
package dev.meridian.ledger.postgres;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
