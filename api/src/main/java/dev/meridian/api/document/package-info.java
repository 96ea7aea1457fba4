/**
 * The catalogue and the services: declarative documents over REST.
 *
 * <p>A document is put whole, as YAML or JSON, and either all of it is good and becomes the next
 * version, or nothing changes and the answer names every problem. Equal content makes no new
 * version. Before a service is stored, its queries are put to the metrics system that will have to
 * answer them.
 */
@NullMarked
package dev.meridian.api.document;

import org.jspecify.annotations.NullMarked;
