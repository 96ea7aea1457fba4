@NullMarked
package dev.meridian.worker.cluster.review;

import org.jspecify.annotations.NullMarked;
