/**
 * The incident record: how long it took, in the past, until a bad revision was noticed.
 *
 * <p>Bake times come from here: k times the mean time to failure of the slowest class of incident,
 * with a stated prior while there are few. An {@link dev.meridian.region.incident.Incident} comes
 * from a gate that became degraded, or is reported later and read by {@link
 * dev.meridian.region.incident.IncidentReader}. Quick ones are kept and shown, although every bake
 * catches them anyway.
 */
@NullMarked
package dev.meridian.region.incident;

import org.jspecify.annotations.NullMarked;
