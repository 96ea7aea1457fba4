/**
 * Who is asking.
 *
 * <p>For now there is one person, the administrator, known by one static token, and the server
 * listens on loopback only: nobody else can reach it. Every address but the health probes and the
 * description of the interface asks for the token before anything else is looked at. Roles and OIDC
 * come behind the same {@link dev.meridian.api.identity.Actor}.
 */
@NullMarked
package dev.meridian.api.identity;

import org.jspecify.annotations.NullMarked;
