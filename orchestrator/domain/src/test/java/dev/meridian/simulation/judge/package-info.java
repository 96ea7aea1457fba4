/**
 * Worlds whose samples are drawn one by one, and the real judge at work in them.
 *
 * <p>A {@link dev.meridian.simulation.judge.JudgedWorld} is drawn from a seed: places with traits,
 * daily curves and weather, common and of their own; what is wrong with the contender and where it
 * shows; what becomes of the metrics on their way. The real planner plans its waves. {@link
 * dev.meridian.simulation.judge.Scrapes} says what every region counted in each interval, depending
 * on nothing but the seed and what runs there, so that different plans meet the same weather;
 * {@link dev.meridian.simulation.judge.RegionJudge} is one attempt in one region under the real
 * fold and decision, and does its own counting of what a pass needs.
 */
@NullMarked
package dev.meridian.simulation.judge;

import org.jspecify.annotations.NullMarked;
