/**
 * Is a revision fit to run here? Rules over rendered manifests and the live cluster, each of which
 * knows one thing that has hurt people: pods without probes, a budget that lets no pod go, a roll
 * that stops everything at once. A {@link dev.meridian.worker.cluster.review.Finding} blocks or
 * warns, and says what to write instead.
 */
@NullMarked
package dev.meridian.worker.cluster.review;

import org.jspecify.annotations.NullMarked;
