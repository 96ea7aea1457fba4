/**
 * A real PostgreSQL on this machine, kept in a directory: it outlives the process that started it.
 */
@NullMarked
package dev.meridian.sandbox.postgres;

import org.jspecify.annotations.NullMarked;
