/**
 * What can be measured: series of points, found by their labels.
 *
 * <p>This is the border between the traffic, which produces series, and the Prometheus API, which
 * answers questions about them. Neither knows the other. Times are milliseconds since the epoch, as
 * in Prometheus itself.
 */
@NullMarked
package dev.meridian.sandbox.series;

import org.jspecify.annotations.NullMarked;
