package dev.meridian.api.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Every error of the server leaves through here, whoever made it, and so looks the same. */
@Singleton
@Primary
final class ProblemResponses implements ErrorResponseProcessor<ProblemDocument> {
  @Override
  public MutableHttpResponse<ProblemDocument> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    List<String> said = context.getErrors().stream().map(Error::getMessage).toList();
    return context
        .getRootCause()
        .flatMap(ProblemTable::of)
        .orElseGet(() -> ProblemTable.of(response.status(), said))
        .on(response);
  }
}
