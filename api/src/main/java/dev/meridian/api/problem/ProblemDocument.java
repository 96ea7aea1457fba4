package dev.meridian.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem as it is answered.
 *
 * @param type stable, for programs
 * @param title the same for every problem of the type
 * @param status of the HTTP answer
 * @param detail what happened here, and what to do about it
 * @param errors every place that is wrong, with a JSON pointer into the body or the parameter's
 *     name
 * @param facts further members, for example {@code active}: the release that is in the way
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
    URI type,
    String title,
    int status,
    String detail,
    List<Wrong> errors,
    @JsonAnyGetter Map<String, Object> facts) {
  /** Seconds after which a caller who was told 503 or 429 should try again. */
  public static final String RETRY_AFTER = "5";

  private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  public ProblemDocument {
    errors = List.copyOf(errors);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  static ProblemDocument of(ProblemType type, String detail) {
    return of(type, detail, List.of());
  }

  static ProblemDocument of(ProblemType type, String detail, List<Wrong> errors) {
    return new ProblemDocument(
        type.uri(), type.title(), type.status().getCode(), detail, errors, Map.of());
  }

  /** Makes {@code response} say this, with the headers that belong to the status. */
  public MutableHttpResponse<ProblemDocument> on(MutableHttpResponse<?> response) {
    if (status == 503 || status == 429) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"meridian\"");
    }
    return response.status(status).contentType(PROBLEM_JSON).body(this);
  }
}
