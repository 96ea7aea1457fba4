/**
 * How people and pipelines ask and command: REST, server-sent events, problem documents.
 *
 * <p>A request is read whole and every problem with it is told at once. What is asked is answered
 * from the ledger; what is commanded is written into the ledger first, and only then is the
 * workflow engine told. So an api may be killed at any moment, and any number of them may run: they
 * remember nothing.
 *
 * <p>The beans of this package exist only in an application context whose {@code meridian.role} is
 * {@code api}: a worker on the same class path does not see them.
 */
@Configuration
@Requires(property = "meridian.role", value = "api")
@NullMarked
package dev.meridian.api;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
