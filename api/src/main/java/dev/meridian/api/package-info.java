/** How people and CI ask and command: REST, server-sent events, problem documents. */
@NullMarked
package dev.meridian.api;

import org.jspecify.annotations.NullMarked;
