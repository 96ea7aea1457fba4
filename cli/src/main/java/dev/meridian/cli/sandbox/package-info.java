/**
 * Everything on this machine: PostgreSQL, the workflow engine, the simulated world, one worker and
 * one api, started in order and stopped in the opposite one.
 */
@NullMarked
package dev.meridian.cli.sandbox;

import org.jspecify.annotations.NullMarked;
