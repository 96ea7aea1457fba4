package dev.meridian.api.problem;

import dev.meridian.ledger.LedgerUnreachableException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.util.List;
import java.util.Optional;

/** The one table from what went wrong to what is answered. */
final class ProblemTable {
  private static final String DESCRIPTION = "/api/v1/openapi.yml";

  private static final Wrong NO_BODY =
      new Wrong(
          "",
          null,
          "",
          "the body is missing",
          "Send a JSON object such as {\"reason\": \"...\"}; "
              + DESCRIPTION
              + " has the fields of this address.");

  private ProblemTable() {}

  /** What an exception is answered with; empty when only the status tells. */
  static Optional<ProblemDocument> of(Throwable thrown) {
    return switch (thrown) {
      case ProblemException problem -> Optional.of(problem.document());
      case LedgerUnreachableException _ ->
          Optional.of(
              ProblemDocument.of(
                  ProblemType.DATABASE_AWAY,
                  "Nothing was lost and nothing is half-done. Send the request again in a few"
                      + " seconds, with the same Idempotency-Key if it had one."));
      case ContentLengthExceededException _ ->
          Optional.of(ProblemDocument.of(ProblemType.TOO_LARGE, "Send a body of at most 4 MB."));
      case ConversionErrorException wrong -> Optional.of(unfit(wrong.getArgument()));
      case UnsatisfiedRouteException wrong -> Optional.of(unfit(wrong.getArgument()));
      default -> Optional.empty();
    };
  }

  /** Parameters have been looked at before: what is left is hardly ever anything but a body. */
  private static ProblemDocument unfit(Argument<?> argument) {
    Wrong wrong =
        argument.getAnnotationMetadata().hasAnnotation(Body.class)
            ? NO_BODY
            : Wrong.parameter(
                argument.getName(), "", "is missing or cannot be read", "See " + DESCRIPTION + ".");
    return ProblemException.invalidParameters(List.of(wrong)).document();
  }

  /** What a status without an exception of ours is answered with. */
  static ProblemDocument of(HttpStatus status, List<String> said) {
    String what = said.isEmpty() ? "" : " (" + String.join("; ", said) + ")";
    return switch (status) {
      case NOT_FOUND ->
          ProblemDocument.of(
              ProblemType.UNKNOWN_ADDRESS, "See /api/v1/openapi.yml for every address.");
      case METHOD_NOT_ALLOWED ->
          ProblemDocument.of(ProblemType.METHOD_NOT_ALLOWED, "Use another method" + what + ".");
      case NOT_ACCEPTABLE ->
          ProblemDocument.of(ProblemType.NOT_ACCEPTABLE, "Accept application/json" + what + ".");
      case UNSUPPORTED_MEDIA_TYPE ->
          ProblemDocument.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Send Content-Type: application/json; documents may be application/yaml too.");
      case REQUEST_ENTITY_TOO_LARGE ->
          ProblemDocument.of(ProblemType.TOO_LARGE, "Send a body of at most 4 MB.");
      default ->
          status.getCode() < 500
              ? ProblemDocument.of(ProblemType.REFUSED, "Mend the request" + what + ".")
              : ProblemDocument.of(
                  ProblemType.UNEXPECTED,
                  "The cause is in Meridian's log. Try again; tell its operator if it stays.");
    };
  }
}
