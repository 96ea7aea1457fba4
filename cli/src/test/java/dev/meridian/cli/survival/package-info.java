/**
 * What a release survives: killed processes, and a database or an engine that is away. The
 * processes are real ones, started as in production, and killed with {@code SIGKILL}.
 */
@NullMarked
package dev.meridian.cli.survival;

import org.jspecify.annotations.NullMarked;
