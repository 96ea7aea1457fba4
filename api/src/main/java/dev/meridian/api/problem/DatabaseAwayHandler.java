package dev.meridian.api.problem;

import dev.meridian.ledger.LedgerUnreachableException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 503 while PostgreSQL is away, and says in the log why it is thought to be. */
@Singleton
final class DatabaseAwayHandler
    implements ExceptionHandler<LedgerUnreachableException, HttpResponse<ProblemDocument>> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayHandler.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<ProblemDocument> handle(
      HttpRequest request, LedgerUnreachableException away) {
    LOG.warn("{} {}: {}", request.getMethod(), request.getPath(), away.getMessage());
    return ProblemTable.of(away).orElseThrow().on(HttpResponse.ok());
  }
}
