/**
 * What Meridian was told, or has seen, about the world, and learns from: incidents of a service,
 * and what else changed near it.
 *
 * <p>Each note is an entry of a chain and nothing else, so that it is as hard to rewrite as a
 * verdict. It is written under an idempotency key, with a hash of the request: the same key and
 * request give the first answer again, another request under the key is refused. The keys are kept
 * as long as the notes.
 */
@NullMarked
package dev.meridian.ledger.knowledge;

import org.jspecify.annotations.NullMarked;
