/**
 * DNS weights through Route 53, and what users made of them.
 *
 * <p>Route 53 has no compare-and-set, so it is built. {@link
 * dev.meridian.worker.traffic.HostedZone} reads the record sets of a name as they are; {@link
 * dev.meridian.worker.traffic.WeightChange} makes one batch of them: DELETE with every value
 * exactly as read, CREATE of the same with only the weight changed, and the same for the TXT record
 * {@code _meridian.<name>}, whose {@link dev.meridian.worker.traffic.FencingToken} grows by one. A
 * batch that meets another state is refused whole: that is the compare. {@link
 * dev.meridian.worker.traffic.ZoneWriter} then reads again and finds one of three: a token above
 * ours (superseded), our own (the answer was lost, the change was made), or the zone of somebody
 * who was quicker (solve again). UPSERT is never used.
 *
 * <p>A change of weights is not moved traffic. {@link dev.meridian.worker.traffic.DecayWatch} looks
 * at the region's own request rate and says what has left and what has not.
 */
@NullMarked
package dev.meridian.worker.traffic;

import org.jspecify.annotations.NullMarked;
