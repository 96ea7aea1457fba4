package dev.meridian.api.identity;

import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.List;

/** Lets nobody through who is not known. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class IdentityFilter {
  /** Where the actor of a request is kept. */
  static final String ATTRIBUTE = "dev.meridian.actor";

  /** Probes carry no token, and the description of the interface holds no secret. */
  private static final List<String> OPEN =
      List.of(
          "/health/live",
          "/health/ready",
          "/health/startup",
          "/api/v1/health/live",
          "/api/v1/health/ready",
          "/api/v1/health/startup",
          "/api/v1/openapi.yml");

  private final AdminToken token;

  IdentityFilter(AdminToken token) {
    this.token = token;
  }

  @RequestFilter
  void identify(HttpRequest<?> request) {
    if (OPEN.contains(request.getPath())) {
      return;
    }
    String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class).orElse("");
    Actor actor =
        token
            .actor(header)
            .orElseThrow(() ->
                ProblemException.of(
                    ProblemType.UNAUTHENTICATED,
                    header.isEmpty()
                        ? "Send the header Authorization: Bearer <token>; the token is printed"
                            + " when Meridian starts."
                        : "The token is not the one that Meridian was started with."));
    request.setAttribute(ATTRIBUTE, actor);
  }

  /** Before everything else, so that nothing is told to strangers. */
  int order() {
    return ServerFilterPhase.SECURITY.order();
  }
}
