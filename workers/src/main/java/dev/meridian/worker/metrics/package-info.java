/**
 * The judge at work: Prometheus over HTTP, and the loop that reads, folds and decides.
 *
 * <p>{@link dev.meridian.worker.metrics.PrometheusClient} asks; {@link
 * dev.meridian.worker.metrics.GridReader} turns answers into what each gate saw in each interval of
 * a grid; {@link dev.meridian.worker.metrics.RegionBake} folds them and keeps the checkpoint. What
 * is decided is decided in {@code dev.meridian.gate.bake}, never here. {@link
 * dev.meridian.worker.metrics.PrometheusGateActivities} is the door.
 */
@NullMarked
package dev.meridian.worker.metrics;

import org.jspecify.annotations.NullMarked;
