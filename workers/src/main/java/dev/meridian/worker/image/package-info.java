/**
 * Registries, by the OCI distribution API: does this host serve this digest? Asked before a region
 * starts (its own registry must have the contender) and when its way back is recorded (and still
 * have the incumbent). Geo-replication takes minutes, so the answer is awaited with a deadline.
 */
@NullMarked
package dev.meridian.worker.image;

import org.jspecify.annotations.NullMarked;
