/**
 * The two things that the api wants of the workflow engine: carry a release on, and ask a question.
 *
 * <p>Both ports say in their types that the engine may be away, because that is an everyday answer
 * here: what is committed in the ledger will be carried on later, and what could not be asked is
 * not stored.
 */
@NullMarked
package dev.meridian.api.engine;

import org.jspecify.annotations.NullMarked;
