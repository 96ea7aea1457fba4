/**
 * One story, told headless: a release into the sandbox's world in which one thing is wrong, from
 * the first plan to the exit status.
 *
 * <p>A {@link dev.meridian.cli.scenario.Scenario} names the image, what befalls the world and when,
 * and how it must end. The run is a client like any other: it speaks REST, reads events, and
 * switches faults on over HTTP.
 */
@NullMarked
package dev.meridian.cli.scenario;

import org.jspecify.annotations.NullMarked;
