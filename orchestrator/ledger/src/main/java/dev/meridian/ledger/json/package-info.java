/**
 * The JSON that Meridian speaks and records.
 *
 * <p>{@link dev.meridian.ledger.json.MeridianJson} maps records to JSON and back: the same mapper
 * in the ledger, in the workflow engine's payloads and in the api, so that an event reads the same
 * wherever it is seen. {@link dev.meridian.ledger.json.CanonicalJson} then gives each tree exactly
 * one text, because a hash needs one.
 */
@NullMarked
package dev.meridian.ledger.json;

import org.jspecify.annotations.NullMarked;
