/**
 * From one template and its parameters to the objects of one region.
 *
 * <p>A {@link dev.meridian.worker.manifest.ManifestRenderer} reads YAML documents in which {@code
 * ${name}} stands for a parameter, and reports every problem at once. Parameters are put in after
 * the YAML was read, so that a value can never change the structure around it. ConfigMaps get names
 * that carry a hash of their content, and every reference to them follows: the incumbent's and the
 * contender's settings live side by side, and a way back finds its own. Secrets are referenced,
 * never contained. The result, a {@link dev.meridian.worker.manifest.ManifestSet}, has one
 * canonical text, and the SHA-256 of that text is its name everywhere.
 */
@NullMarked
package dev.meridian.worker.manifest;

import org.jspecify.annotations.NullMarked;
