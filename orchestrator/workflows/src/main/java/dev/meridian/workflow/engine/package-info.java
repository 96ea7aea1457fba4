/** How every process reaches the workflow engine: one address, one way to connect. */
@NullMarked
package dev.meridian.workflow.engine;

import org.jspecify.annotations.NullMarked;
