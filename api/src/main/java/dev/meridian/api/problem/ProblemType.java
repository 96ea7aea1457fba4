package dev.meridian.api.problem;

import io.micronaut.http.HttpStatus;
import java.net.URI;
import java.util.Locale;

/** The kinds of problems. A name is part of the {@code type} URI and is never changed. */
public enum ProblemType {
  INVALID_DOCUMENT(HttpStatus.UNPROCESSABLE_ENTITY, "The document cannot be used"),
  INVALID_REQUEST(HttpStatus.UNPROCESSABLE_ENTITY, "The request cannot be used"),
  MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Nobody is known by this token"),
  UNKNOWN_ADDRESS(HttpStatus.NOT_FOUND, "There is nothing at this address"),
  UNKNOWN_CATALOG(HttpStatus.NOT_FOUND, "There is no catalogue yet"),
  NO_CATALOG(HttpStatus.CONFLICT, "There is no catalogue to go by yet"),
  UNKNOWN_REGION(HttpStatus.NOT_FOUND, "There is no such region"),
  UNKNOWN_SERVICE(HttpStatus.NOT_FOUND, "There is no such service"),
  UNKNOWN_VERSION(HttpStatus.NOT_FOUND, "There is no such version"),
  UNKNOWN_RELEASE(HttpStatus.NOT_FOUND, "There is no such release"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done at this address"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "There is no such representation"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of an unknown type"),
  TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large"),
  VERSION_CONFLICT(HttpStatus.PRECONDITION_FAILED, "The document has changed meanwhile"),
  RELEASE_BUSY(HttpStatus.CONFLICT, "Another release of the service is active"),
  TOO_MANY_REVISIONS(HttpStatus.CONFLICT, "Too many revisions would live at once"),
  REGIONS_OWED(HttpStatus.CONFLICT, "Regions are still owed their restore"),
  REVISION_MARKED_BAD(HttpStatus.CONFLICT, "The revision was marked bad"),
  GATE_STOPS_HEALTHY_DAYS(HttpStatus.CONFLICT, "A gate would have stopped healthy bakes"),
  NOT_PLANNABLE(HttpStatus.CONFLICT, "The documents do not fit together any more"),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_ENTITY, "The idempotency key was used for another request"),
  COMMAND_REFUSED(HttpStatus.CONFLICT, "The command does not apply to the release as it stands"),
  TOO_MANY_ALERTS(HttpStatus.TOO_MANY_REQUESTS, "As many alerts fire as are kept"),
  REFUSED(HttpStatus.BAD_REQUEST, "The request was refused"),
  DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer"),
  ENGINE_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "The workflow engine does not answer"),
  METRICS_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "The metrics system does not answer"),
  QUESTION_TOO_LONG(HttpStatus.GATEWAY_TIMEOUT, "There is more to read than a person waits for"),
  UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "Something unforeseen happened");

  private static final String BASE = "https://meridian.dev/problems/";

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** {@code https://meridian.dev/problems/release-busy}. */
  public URI uri() {
    return URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public HttpStatus status() {
    return status;
  }

  /** The same sentence for every problem of this kind. */
  public String title() {
    return title;
  }

  /** Whether the same request may succeed a little later without anybody changing anything. */
  public boolean passes() {
    return status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS;
  }
}
