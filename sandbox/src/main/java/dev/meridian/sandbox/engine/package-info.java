/** The embedded workflow engine: Temporal's own test server, without its skipping of time. */
@NullMarked
package dev.meridian.sandbox.engine;

import org.jspecify.annotations.NullMarked;
