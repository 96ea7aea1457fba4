/**
 * What the figures of a load check mean.
 *
 * <p>A worker sends the load and measures; here it is judged. {@link
 * dev.meridian.check.LoadJudgement} asks three things in turn. Was the load sent as planned? A
 * generator that was late, or that held requests back at its in-flight cap, measured itself: the
 * check is inconclusive, never passed. Did the service keep the limits of its document, as seen
 * from outside: achieved rate, mean, p50, p90, p99, share of errors? Did it use more of the machine
 * (CPU, memory, network, disk) than its bounds allow, absolutely or against what the incumbent used
 * under the same load? What the incumbent used is the record of its own check; where there is none,
 * or one of another load, that is said by name and the absolute bound stands alone.
 *
 * <p>A resource that could not be measured makes the check inconclusive, unless a fault was found
 * elsewhere: missing data is never good.
 */
@NullMarked
package dev.meridian.check;

import org.jspecify.annotations.NullMarked;
