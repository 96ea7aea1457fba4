/**
 * What people and other systems tell about the world, over REST: incidents of a service, which its
 * bake times come from, changes, and alerts, which gates of kind alarm look at. A plan uses what is
 * on record when it is made; a release keeps the bakes that it started with.
 */
@NullMarked
package dev.meridian.api.knowledge;

import org.jspecify.annotations.NullMarked;
