/**
 * Releases over REST: start one, list them, watch one, read back why.
 *
 * <p>Everything that is shown comes from the ledger and never from the workflow engine: a release's
 * state is the fold of its recorded events, the id of a server-sent event is the entry's number,
 * and a long poll is a read that waits for the next entry. The engine is only told to begin.
 */
@NullMarked
package dev.meridian.api.release;

import org.jspecify.annotations.NullMarked;
