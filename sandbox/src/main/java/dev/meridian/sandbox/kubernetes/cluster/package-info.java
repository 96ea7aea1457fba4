/**
 * One region's cluster: its stored objects, its controllers, and the log that watches read.
 *
 * <p>A write goes through the same stations as in a real API server: the sent object is joined with
 * the stored one ({@link dev.meridian.sandbox.kubernetes.cluster.Admission}), journaled, stored
 * under the next revision, told to the controllers and to the watches. What the controllers report
 * is not journaled: it follows from the writes and from time, and is brought up to date whenever
 * somebody looks.
 */
@NullMarked
package dev.meridian.sandbox.kubernetes.cluster;

import org.jspecify.annotations.NullMarked;
