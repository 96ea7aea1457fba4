/**
 * Whether this process lives, has started, and may be sent requests.
 *
 * <p>Ready means that the database answers: without it nothing can be told or taken. An engine that
 * is away is shown and does not make the api unready, because releases and commands are accepted
 * and carried on later.
 */
@NullMarked
package dev.meridian.api.health;

import org.jspecify.annotations.NullMarked;
