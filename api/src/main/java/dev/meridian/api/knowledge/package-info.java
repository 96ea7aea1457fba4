/**
 * What people and other systems tell about the world, over REST: incidents of a service, which its
 * bake times come from, and changes, which a verdict near them will name. A plan uses what is on
 * record when it is made; a release keeps the plan that it started with.
 */
@NullMarked
package dev.meridian.api.knowledge;

import org.jspecify.annotations.NullMarked;
