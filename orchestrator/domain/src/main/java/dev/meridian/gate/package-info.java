/**
 * When to believe a number: gates, samples, the paired sequential test, the bake as a fold.
 *
 * <p>Every sample is one of four things: good, bad, no data, query error; each has its own counter.
 * No data is never good. A gate that crosses its limit makes a region degraded, and that is final
 * within the attempt. Healthy needs time, requests, good samples and evidence of health on every
 * critical ratio gate. Everything else is inconclusive.
 */
@NullMarked
package dev.meridian.gate;

import org.jspecify.annotations.NullMarked;
