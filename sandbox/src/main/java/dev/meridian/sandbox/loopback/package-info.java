/**
 * Plain HTTP on loopback: what the world's servers stand on.
 *
 * <p>The JDK's own server with a virtual thread per request. A request is read whole into an {@link
 * dev.meridian.sandbox.loopback.Asked}, and answered whole by an {@link
 * dev.meridian.sandbox.loopback.Answer}; a handler never sees a stream.
 */
@NullMarked
package dev.meridian.sandbox.loopback;

import org.jspecify.annotations.NullMarked;
