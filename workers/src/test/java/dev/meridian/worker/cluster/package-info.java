@NullMarked
package dev.meridian.worker.cluster;

import org.jspecify.annotations.NullMarked;
