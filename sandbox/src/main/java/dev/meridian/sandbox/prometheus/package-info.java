/**
 * A small Prometheus: the HTTP API over the world's series, and an evaluator of PromQL.
 *
 * <p>{@link dev.meridian.sandbox.prometheus.Parser} makes an {@link
 * dev.meridian.sandbox.prometheus.Expression} of text, {@link
 * dev.meridian.sandbox.prometheus.Evaluation} makes a {@link dev.meridian.sandbox.prometheus.Value}
 * of it, {@link dev.meridian.sandbox.prometheus.PrometheusServer} speaks HTTP. Selectors with their
 * ranges and offsets, {@code rate} and its kin, aggregations, arithmetic, comparisons, set
 * operators and {@code histogram_quantile} are here and answer exactly as Prometheus 2 does on the
 * same samples (a contract test asks both): ranges are closed at both ends, a series is stale after
 * 5 minutes. What is PromQL but not here is refused with 422; what is no PromQL, with 400.
 */
@NullMarked
package dev.meridian.sandbox.prometheus;

import org.jspecify.annotations.NullMarked;
