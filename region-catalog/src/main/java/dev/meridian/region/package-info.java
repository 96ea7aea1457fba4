/**
 * Where a service can run, and what could go wrong there.
 *
 * <p>A {@link dev.meridian.region.Region} is a place: its cluster, its metrics, its registry, the
 * domain it fails with, and its traits. A {@link dev.meridian.region.Presence} is one service in
 * that place: its role, its demand through the local day, its DNS record set. A trait is a property
 * that can cause an incident by itself: {@code script=hangul} travels with users, {@code
 * hardware=arm64} stays with the place.
 *
 * <p>Everything here is a value. Codes and names are lower-case slugs, shares are parts per million
 * (so that one third of three regions is never 0 %), instants are UTC.
 */
@NullMarked
package dev.meridian.region;

import org.jspecify.annotations.NullMarked;
