package dev.meridian.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what was refused on purpose: nothing for the log. */
@Singleton
final class ProblemHandler
    implements ExceptionHandler<ProblemException, HttpResponse<ProblemDocument>> {
  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<ProblemDocument> handle(HttpRequest request, ProblemException problem) {
    return problem.document().on(HttpResponse.ok());
  }
}
