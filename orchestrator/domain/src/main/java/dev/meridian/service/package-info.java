/**
 * What is released: one description of a service for all regions.
 *
 * <p>A {@link dev.meridian.service.ServiceSpec} names the image, one manifest template with
 * parameters, the presences, the checks, the gates and the policy. {@code ServiceReader} reads it
 * from a document and reports every problem at once. A {@link dev.meridian.service.Revision} is
 * what a release brings: image digest, template and parameters under one content hash, so that a
 * configuration-only change is a revision like any other.
 */
@NullMarked
package dev.meridian.service;

import org.jspecify.annotations.NullMarked;
