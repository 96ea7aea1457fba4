@NullMarked
package dev.meridian.worker.metrics;

import org.jspecify.annotations.NullMarked;
