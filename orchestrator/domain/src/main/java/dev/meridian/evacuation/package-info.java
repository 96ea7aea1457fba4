/**
 * Where the traffic of a region can go: a pure solver over weights, demand, capacity, health, law
 * and locality.
 *
 * <p>{@link dev.meridian.evacuation.Evacuation} takes the {@link dev.meridian.evacuation.Serving}
 * regions of one weighted name and returns an {@link dev.meridian.evacuation.EvacuationPlan}: new
 * weights with the predicted rates, or a refusal with the arithmetic. {@link
 * dev.meridian.evacuation.RoutingRule} is the prediction: the users of a region stay with its
 * record in proportion to its weight now against its usual one, and those who leave are spread over
 * the other records in proportion to their weights.
 *
 * <p>So weights do not choose a destination, they only change the odds: whoever leaves may arrive
 * at any record with a weight above zero. Hence the two rules that look strict. Every such region
 * must be allowed by law to serve the users (a hard limit, whatever the odds). And what would
 * arrive in regions that should not receive (in mid-release, degraded, on a suspected contender) is
 * <em>spill </em>: the weights of free receivers are raised until it is small, and where it cannot
 * be made small there is no evacuation.
 *
 * <p>A worked number: Tokyo's peak is 240 requests/s, its weight 49 of 500. Virginia has 155 of the
 * other 451, so 240 x 155 / 451 = 82 arrive there, on 760 of its own: 842, times 1.2 for head-room
 * is 1,011 of a capacity of 1,368.
 *
 * <p>Never zero healthy answers, never all weights zero; where there is no room there is no
 * evacuation. {@link dev.meridian.evacuation.ReturnRamp} is the way back.
 */
@NullMarked
package dev.meridian.evacuation;

import org.jspecify.annotations.NullMarked;
