/**
 * What else changed in the world: flags, dependencies, campaigns, other releases.
 *
 * <p>A gate that degrades right after somebody turned a flag on may be judging the flag. Whoever
 * changes something in a region says so, for its time and its regions; {@link
 * dev.meridian.gate.change.ChangeReader} reads what they say.
 */
@NullMarked
package dev.meridian.gate.change;

import org.jspecify.annotations.NullMarked;
