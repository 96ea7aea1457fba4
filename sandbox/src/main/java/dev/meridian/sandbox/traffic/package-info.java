/**
 * The users of the world, where their requests go, and what is measured of them.
 *
 * <p>Each region is home to a group of users whose demand follows their local clock and the
 * weather. DNS weights decide how many stay at home and where the others go; a change of weights is
 * obeyed late, as {@link dev.meridian.sandbox.traffic.Drain} says. The ready pods of a region share
 * its requests; a revision's defects act on those requests that meet their condition. Every 15 s
 * the outcome is drawn, counted and scraped.
 *
 * <p>All of it is a pure function of (seed, time, journal): a draw's seed is made of the world's
 * seed, the region, the revision label and the number of the 15 s slot. So days of history cost
 * nothing until somebody asks for them, and then they are the same as the last time. {@link
 * dev.meridian.sandbox.traffic.TrafficMetrics} is the door; it keeps sums, never facts.
 */
@NullMarked
package dev.meridian.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
