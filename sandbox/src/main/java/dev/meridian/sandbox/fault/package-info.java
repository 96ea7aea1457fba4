/**
 * Faults that people and tests switch on while the world runs, over HTTP.
 *
 * <p>{@code curl -d '{"kind":"metrics-silent","region":"ap-south-1"}' .../faults} begins one,
 * {@code GET /faults} lists them with their ids, {@code DELETE /faults/{id}} ends one. Begin and
 * end are journal entries: a fault is as much part of the world's past as a deployment is.
 */
@NullMarked
package dev.meridian.sandbox.fault;

import org.jspecify.annotations.NullMarked;
