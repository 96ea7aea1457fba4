/**
 * The showpiece: the world draws what is wrong with a revision - a defect, mere weather, or nothing
 * - and seals it in an envelope. Its hash is printed, the release runs, and only then the envelope
 * is opened: was the verdict right, how many users were harmed, and how many would have been under
 * other plans in the same world.
 *
 * <p>The release is real in every part. Nothing that Meridian can reach knows what is in the
 * envelope: it sees metrics and checks only.
 */
@NullMarked
package dev.meridian.cli.sealed;

import org.jspecify.annotations.NullMarked;
