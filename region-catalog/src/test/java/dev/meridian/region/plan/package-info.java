/** Plans of the example world, of small worlds and of random ones. */
@NullMarked
package dev.meridian.region.plan;

import org.jspecify.annotations.NullMarked;
