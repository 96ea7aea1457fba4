/**
 * What a caller reads when something is refused: {@code application/problem+json} (RFC 9457).
 *
 * <p>Code throws {@link dev.meridian.api.problem.ProblemException}, made by the factory of what
 * went wrong; {@link dev.meridian.api.problem.ProblemTable} is the one table from exceptions to
 * documents. The {@code type} is stable, the {@code detail} says what to do, and {@code errors}
 * names every place of a document that is wrong, not only the first.
 */
@NullMarked
package dev.meridian.api.problem;

import org.jspecify.annotations.NullMarked;
