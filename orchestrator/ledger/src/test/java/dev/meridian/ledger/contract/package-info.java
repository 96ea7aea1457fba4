/**
 * What every port promises, as tests that run against each implementation of it: the ones in
 * memory, PostgreSQL embedded in the test, and PostgreSQL in a container where Docker is present.
 */
@NullMarked
package dev.meridian.ledger.contract;

import org.jspecify.annotations.NullMarked;
