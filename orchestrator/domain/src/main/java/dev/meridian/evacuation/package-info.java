/**
 * Where the traffic of a region can go: a pure solver over weights, demand, capacity, health, law
 * and locality.
 *
 * <p>It returns new weights, or a refusal with the arithmetic. Never zero healthy answers, never
 * all weights zero; where there is no room there is no evacuation.
 */
@NullMarked
package dev.meridian.evacuation;

import org.jspecify.annotations.NullMarked;
